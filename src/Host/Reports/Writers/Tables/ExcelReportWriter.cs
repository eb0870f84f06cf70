using Merit.Host.Reports.Blocks;
using Merit.Host.Reports.Wording;
using Merit.Host.Workspaces;

namespace Merit.Host.Reports.Writers.Tables;

/// <summary>Writes a report as a workbook: a first sheet that says what it is, then a sheet for every table, with figures to reckon with.</summary>
internal sealed class ExcelReportWriter(Voice voice) : IReportWriter
{
    public string Format => ReportFormats.Excel;

    public IReadOnlyList<ReportFile> Write(string name, Report report)
    {
        var tables = ReportTables.Of(report, voice);
        var names = SheetNames.Of([voice.Words["sheet.contents"], .. tables.Select(t => t.Title)]);
        List<Sheet> sheets = [new Sheet(names[0], Contents(report, tables, names), HasHeading: false), .. tables.Select((t, i) => new Sheet(names[i + 1], t.Grid, HasHeading: true))];
        return [new ReportFile($"{name}.{Format}", Workbook.Write(sheets, voice.Format.Currency))];
    }

    private Grid Contents(Report report, IReadOnlyList<ReportTable> tables, IReadOnlyList<string> names)
    {
        var facts = new[] { report.Title, report.Description, report.Workspace, report.Period, report.Compared, voice.Words.Say("header.as-of", report.AsOf) }.Where(f => f.Length > 0);
        return new Grid(
            [new GridColumn(""), new GridColumn("")],
            [
                .. facts.Select((f, i) => new GridRow([new GridCell(f), new GridCell("")], Total: i == 0)),
                new GridRow([new GridCell(""), new GridCell("")]),
                .. tables.Select((t, i) => new GridRow([new GridCell(names[i + 1]) { At = names[i + 1] }, new GridCell(t.Title)])),
            ]);
    }
}

/// <summary>Names that sheets may have: short, without some characters, each once.</summary>
internal static class SheetNames
{
    private const int Longest = 31;

    public static IReadOnlyList<string> Of(IReadOnlyList<string> titles)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. titles.Select(title =>
        {
            var plain = string.Concat(title.Select(c => c is '[' or ']' or ':' or '*' or '?' or '/' or '\\' || char.IsControl(c) ? ' ' : c)).Trim().Trim('\'');
            plain = plain.Length == 0 ? "-" : plain;
            var name = Cut(plain, Longest);
            for (var n = 2; !taken.Add(name); n++)
            {
                var ending = FormattableString.Invariant($" {n}");
                name = Cut(plain, Longest - ending.Length) + ending;
            }

            return name;
        })];
    }

    private static string Cut(string text, int longest) =>
        text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)].TrimEnd();
}
