using DocumentFormat.OpenXml.Spreadsheet;
using Merit.Host.Measures.Formatting;
using Unit = Merit.Metrics.Results.Unit;

namespace Merit.Host.Reports.Writers.Tables;

/// <summary>How cells of a workbook look. A style is named by its place in the list.</summary>
internal static class WorkbookStyles
{
    public const uint Plain = 0;
    public const uint Strong = 1;
    public const uint Heading = 2;
    public const uint HeadingRight = 3;
    public const uint Link = 4;
    public const uint Day = 5;

    // Below these stand figures: a plain and a strong style for every unit.
    private const uint FirstFigure = 6;

    // Formats of one's own begin at 164.
    private const uint MoneyFormat = 164;
    private const uint DaysFormat = 165;
    private const uint ScoreFormat = 166;
    private const uint PercentFormat = 167;
    private const uint DayFormat = 168;

    // Those of Excel itself: with grouping, without and with decimals.
    private const uint WholeFormat = 3;
    private const uint NumberFormat = 4;

    private static readonly uint[] Figures = [WholeFormat, NumberFormat, MoneyFormat, PercentFormat, DaysFormat, ScoreFormat];

    /// <summary>The style of a figure.</summary>
    public static uint Of(double value, Unit unit, bool strong)
    {
        var format = unit switch
        {
            Unit.Money => MoneyFormat,
            Unit.Percent => PercentFormat,
            Unit.Days => DaysFormat,
            Unit.Score => ScoreFormat,
            _ => Math.Abs(value - Math.Round(value)) < 1e-9 ? WholeFormat : NumberFormat,
        };
        return FirstFigure + (2 * (uint)Array.IndexOf(Figures, format)) + (strong ? 1u : 0u);
    }

    public static Stylesheet For(string currency)
    {
        var money = $"\"{CurrencySymbol.Of(currency)}\"#,##0{(CurrencySymbol.Decimals(currency) > 0 ? ".00" : "")}";
        return new Stylesheet(
            new NumberingFormats(
                Format(MoneyFormat, $"{money};-{money}"), Format(DaysFormat, "#,##0.0"), Format(ScoreFormat, "0.0"), Format(PercentFormat, "0.0%"), Format(DayFormat, "yyyy-mm-dd")),
            new Fonts(new Font(), new Font(new Bold()), new Font(new Underline(), new Color { Theme = 10 })),
            new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
            new Borders(new Border(), new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder { Style = BorderStyleValues.Thin }, new DiagonalBorder())),
            new CellFormats(
            [
                new CellFormat(),
                new CellFormat { FontId = 1, ApplyFont = true },
                Head(HorizontalAlignmentValues.Left),
                Head(HorizontalAlignmentValues.Right),
                new CellFormat { FontId = 2, ApplyFont = true },
                new CellFormat { NumberFormatId = DayFormat, ApplyNumberFormat = true },
                .. Figures.SelectMany(f => new[] { Figure(f, 0), Figure(f, 1) }),
            ]));
    }

    private static NumberingFormat Format(uint id, string code) => new() { NumberFormatId = id, FormatCode = code };

    private static CellFormat Head(HorizontalAlignmentValues side) =>
        new(new Alignment { Horizontal = side, WrapText = true, Vertical = VerticalAlignmentValues.Bottom }) { FontId = 1, BorderId = 1, ApplyFont = true, ApplyBorder = true, ApplyAlignment = true };

    private static CellFormat Figure(uint format, uint font) => new() { NumberFormatId = format, FontId = font, ApplyNumberFormat = true, ApplyFont = font > 0 };
}
