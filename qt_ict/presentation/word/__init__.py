"""A report on a plan as a Word document, in the form of decree 30/2020/NĐ-CP."""
