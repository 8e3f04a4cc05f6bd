"""What ``import qt_ict`` offers: a plan is loaded, asked, and turned into rows; nothing is printed, nothing ends."""
