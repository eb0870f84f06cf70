using System.Text;
using Merit.Metrics.Schema;
using Merit.Metrics.Tables;

namespace Merit.Samples.Tests.Docs;

/// <summary>docs/data-model.md is written from the declarations of the tables. MERIT_UPDATE_BASELINES=1 writes it anew.</summary>
public sealed class DataModelTests
{
    private static readonly string Page = Repository.PathTo("docs", "data-model.md");

    private const string Begin = "<!-- tables -->";

    [Fact]
    public void The_page_says_what_the_declarations_say()
    {
        var page = File.ReadAllText(Page);
        Baseline.Same(page[..page.IndexOf(Begin, StringComparison.Ordinal)] + Begin + "\n" + Tables(), "docs", "data-model.md");
    }

    private static string Tables()
    {
        var text = new StringBuilder();
        text.Append("\n## Tables you load\n");
        foreach (var table in Canonical.Tables.Where(t => !t.Derived))
        {
            Append(text, table);
        }

        text.Append("\n## Tables Merit derives\n\nThey are there for metrics to use; a source cannot fill them.\n");
        foreach (var table in Canonical.Tables.Where(t => t.Derived))
        {
            Append(text, table);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, CanonicalTable table)
    {
        text.Append($"\n### {table.Name}\n\nOne row is {table.RowIs}.");
        text.Append(table.Key.Count > 0 ? $" Key: `{string.Join("`, `", table.Key)}`." : " Its rows have no key: loading a file twice counts twice.");
        text.Append(table.Time is { } time ? $" Dated by `{time}`.\n" : " It has no date.\n");
        text.Append("\n| column | type | meaning |\n|---|---|---|\n");
        foreach (var column in table.Columns)
        {
            var by = column.Derived && !table.Derived ? " *Filled by Merit.*" : "";
            text.Append($"| `{column.Name}` | {$"{column.Type}".ToLowerInvariant()} | {column.Meaning.Replace("|", "\\|", StringComparison.Ordinal)}{by} |\n");
        }
    }
}
