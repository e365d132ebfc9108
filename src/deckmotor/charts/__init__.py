"""Charts: axes, number formats, and the native chart with its workbook."""
