using Merit.Metrics.Schema;
using Merit.Metrics.Tables;

namespace Merit.Host.Proposing;

/// <summary>A column of a file: its header, and the narrowest type its values fit.</summary>
internal sealed record FileColumn(string Header, ColumnType Type);

/// <summary>What a file's column is taken for.</summary>
/// <param name="Column">The table's column.</param>
/// <param name="From">The file's.</param>
/// <param name="Sure">How sure that is, from 0 to 1.</param>
internal sealed record ProposedMatch(string Column, FileColumn From, double Sure)
{
    /// <summary>Whether it is sure enough to be used without a look.</summary>
    public bool IsUsed => Sure >= 0.5;
}

/// <summary>What a file is taken for.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Table">The table of the data model, or null where it is none.</param>
/// <param name="Matches">What its columns are taken for, by the order of the table.</param>
/// <param name="Left">Headers that are taken for nothing.</param>
internal sealed record FileProposal(string File, string? Table, IReadOnlyList<ProposedMatch> Matches, IReadOnlyList<string> Left)
{
    // What is spoken of in a file's name is worth more than a column or two.
    private const double NameBonus = 1.5;

    /// <summary>How sure the whole is: as sure as the columns used are on average.</summary>
    public double Sure => Matches.Where(m => m.IsUsed).Select(m => m.Sure).DefaultIfEmpty(0).Average();

    // What an advertising platform exports: what was shown, and what it cost, in one file.
    private static readonly (string Table, string Measure)[] Together = [("delivery", "impressions"), ("spend", "amount")];

    /// <summary>The tables a file fills: the likeliest, and for advertising both of what was shown and what it cost where the file has both.</summary>
    public static IReadOnlyList<FileProposal> All(string file, IReadOnlyList<FileColumn> columns)
    {
        var best = Of(file, columns);
        if (!Array.Exists(Together, t => t.Table == best.Table))
        {
            return [best];
        }

        var (table, measure) = Array.Find(Together, t => t.Table != best.Table);
        var other = Canonical.Find(table) is { } found ? Match(found, columns) : [];
        if (!other.Exists(m => m.IsUsed && m.Column == measure && best.Left.Contains(m.From.Header, StringComparer.Ordinal)))
        {
            return [best];
        }

        // What is of neither is told once.
        return
        [
            best with { Left = [.. best.Left.Where(l => !other.Exists(m => m.From.Header == l))] },
            new FileProposal(file, table, other, []),
        ];
    }

    /// <summary>The likeliest table for a file.</summary>
    public static FileProposal Of(string file, IReadOnlyList<FileColumn> columns)
    {
        var best = Canonical.Tables.Where(t => !t.Derived).Select(t => (Table: t, Matches: Match(t, columns)))
            .Where(p => p.Table.Key.All(k => p.Matches.Exists(m => m.IsUsed && m.Column == k)) && p.Matches.Count(m => m.IsUsed) >= Math.Min(2, columns.Count))
            .OrderByDescending(p => p.Matches.Where(m => m.IsUsed).Sum(m => m.Sure) + (HeaderWords.Names(Path.GetFileNameWithoutExtension(file), p.Table.Name) ? NameBonus : 0)).FirstOrDefault();
        return best.Table is null
            ? new FileProposal(file, null, [], [.. columns.Select(c => c.Header)])
            : new FileProposal(file, best.Table.Name, best.Matches, [.. columns.Where(c => !best.Matches.Exists(m => m.From == c)).Select(c => c.Header)]);
    }

    // The surest pair first; no column twice.
    private static List<ProposedMatch> Match(CanonicalTable table, IReadOnlyList<FileColumn> columns)
    {
        List<ProposedMatch> matches = [];
        foreach (var pair in table.Columns.Where(c => !c.Derived).SelectMany(c => columns.Select(f => new ProposedMatch(c.Name, f, HeaderWords.Likeness(f.Header, c.Name, table.Key.Count > 0 && table.Key[0] == c.Name) - Doubt(c.Type, f.Type))))
            .Where(p => p.Sure > 0.2).OrderByDescending(p => p.Sure))
        {
            if (!matches.Exists(m => m.Column == pair.Column || m.From == pair.From))
            {
                matches.Add(pair);
            }
        }

        return [.. table.Columns.SelectMany(c => matches.Where(m => m.Column == c.Name))];
    }

    // How much less sure a match is because of what the values look like.
    private static double Doubt(ColumnType wanted, ColumnType found) => (wanted, found) switch
    {
        _ when wanted == found => 0,
        (ColumnType.Text, ColumnType.Date or ColumnType.Timestamp or ColumnType.Flag) => 0.3,
        (ColumnType.Text, _) => 0,
        (ColumnType.Number or ColumnType.Money, ColumnType.Integer or ColumnType.Number or ColumnType.Money) => 0,
        (ColumnType.Date or ColumnType.Timestamp, ColumnType.Date or ColumnType.Timestamp) => 0,
        (_, ColumnType.Text) => 0.2,
        _ => 0.5,
    };
}
