using System.Text.RegularExpressions;
using Merit.Host.Warehouse.Sessions;

namespace Merit.Host.Warehouse;

/// <summary>Keeps the rows of one source that were not loaded.</summary>
internal sealed partial class RejectLog(Session session, string source, string table)
{
    /// <summary>Stands for the text of a row that may not be kept.</summary>
    public const string Withheld = "(not kept)";

    private const int Batch = 5_000;

    private readonly List<RejectedRow> _pending = [];

    /// <summary>Whether rows may hold what nobody may keep: then their place and the reason are kept, but neither the row nor values.</summary>
    public bool Withholds { get; init; }

    /// <summary>How many were kept.</summary>
    public long Count { get; private set; }

    /// <summary>Keeps one.</summary>
    public void Add(string file, long row, string? column, string reason, string raw)
    {
        _pending.Add(new RejectedRow(source, table, file, row, column, Withholds ? Quoted().Replace(reason, "\"…\"") : reason, Withholds ? Withheld : raw));
        Count++;
        if (_pending.Count == Batch)
        {
            Flush();
        }
    }

    /// <summary>An expression for a reason without the values it quotes.</summary>
    public static string Discreet(string reason) => $"regexp_replace({reason}, '\".*\"', '\"…\"', 's')";

    /// <summary>Counts those a statement has kept by itself.</summary>
    public void Counted(long rows) => Count += rows;

    /// <summary>Adds those that earlier loads kept of the source, but for those met again, and keeps all of them for the next load.</summary>
    /// <param name="byPlace">Whether rows are told apart by where they stand: then those of two places are never the same.</param>
    public void Join(bool byPlace)
    {
        Flush();
        var same = $"k.source = r.source AND k.column_name IS NOT DISTINCT FROM r.column_name AND k.reason = r.reason AND k.raw = r.raw{(byPlace ? " AND k.file = r.file AND k.row_number = r.row_number" : "")}";
        session.Execute($"DELETE FROM merit.kept_rejects AS k WHERE k.source = $1 AND EXISTS (SELECT 1 FROM merit.rejects AS r WHERE {same})", source);
        var former = session.Execute(
            "INSERT INTO merit.rejects SELECT source, $2, file, row_number, column_name, reason, raw FROM merit.kept_rejects WHERE source = $1", source, table);
        session.Execute("DELETE FROM merit.kept_rejects WHERE source = $1", source);
        session.Execute("INSERT INTO merit.kept_rejects SELECT source, file, row_number, column_name, reason, raw FROM merit.rejects WHERE source = $1", source);
        Count += former;
    }

    /// <summary>Writes what is pending.</summary>
    public void Flush()
    {
        if (_pending.Count == 0)
        {
            return;
        }

        session.Append("", "merit", "rejects", appender =>
        {
            foreach (var reject in _pending)
            {
                appender.CreateRow()
                    .AppendValue(reject.Source).AppendValue(reject.Table).AppendValue(reject.File).AppendValue(reject.Row)
                    .AppendValue(reject.Column).AppendValue(reject.Reason).AppendValue(reject.Raw)
                    .EndRow();
            }
        });
        _pending.Clear();
    }

    [GeneratedRegex("\".*\"", RegexOptions.Singleline, 1000)]
    private static partial Regex Quoted();
}
