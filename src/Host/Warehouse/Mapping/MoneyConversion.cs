using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;
using Merit.Metrics.Schema;

namespace Merit.Host.Warehouse.Mapping;

/// <summary>
/// Amounts in the workspace's currency, once, at load: by the rate of the row's day, or the latest before it. A row without a day takes the latest rate.
/// A missing rate rejects the row; there is never a silent 1.0.
/// </summary>
internal sealed class MoneyConversion(Workspace workspace, TableLayout layout, IReadOnlyList<MappedColumn> columns, CurrencyOfRows currency)
{
    private const string Rate = "\"merit:rate\"";
    private const string Day = "\"merit:day\"";

    // A deal's money is dated by its end.
    private static readonly string[] Dates = ["closed_at"];

    private readonly List<MappedColumn> _amounts = [.. columns.Where(c => c.Type == ColumnType.Money)];

    private bool Converts => currency.IsGiven && _amounts.Count > 0;

    /// <summary>The columns that keep an amount as it came.</summary>
    public IReadOnlyList<string> Originals => [.. _amounts.Select(a => OriginalOf(a)).OfType<string>()];

    public IReadOnlyList<Check> Checks => !Converts ? [] :
    [
        new Check(
            $"{IsForeign} AND ({string.Join(" OR ", _amounts.Select(a => $"{Before(a)} IS NOT NULL"))}) AND {Rate} IS NULL", "currency",
            $"'no rate for ' || {currency.Column} || CASE WHEN {Day} < DATE '9999-12-31' THEN ' on ' || {Day} || ' or before' ELSE '' END", MissingRate: true),
        .. _amounts.Select(a => new Check($"{Before(a)} IS NOT NULL AND {a.Name} IS NULL", a.Origin.Mapping.Name, "'the amount is too large'")),
    ];

    /// <summary>The column of the view that holds an amount before it is converted.</summary>
    public string Before(MappedColumn amount) => Converts ? Kept(amount) : amount.Name;

    /// <summary>The layer over another one.</summary>
    public string Over(string valued)
    {
        var originals = string.Concat(_amounts.Select(a => OriginalOf(a) is { } original ? $", {Before(a)} AS {SqlText.Name(original)}" : ""));
        if (!Converts)
        {
            return originals.Length == 0 ? valued : $"SELECT *{originals} FROM ({valued})";
        }

        var before = string.Concat(_amounts.Select(a => $", {a.Name} AS {Kept(a)}"));
        var after = _amounts.Select(a => $"CASE WHEN {IsForeign} THEN TRY_CAST({Before(a)} * {Rate} AS DECIMAL(18,4)) ELSE {Before(a)} END AS {a.Name}");
        return $"""
            SELECT * REPLACE ({string.Join(", ", after)}){originals} FROM (
                SELECT row.*, rate.rate AS {Rate}
                FROM (SELECT *{before}, coalesce({DayOfRow}, DATE '9999-12-31') AS {Day} FROM ({valued})) AS row
                ASOF LEFT JOIN (SELECT currency, date, CAST(CAST(rate AS VARCHAR) AS DECIMAL(19,10)) AS rate FROM main.rates WHERE rate > 0) AS rate
                ON rate.currency = row.{currency.Column} AND row.{Day} >= rate.date)
            """;
    }

    private string IsForeign => $"{currency.Column} <> {SqlText.Text(workspace.Currency)}";

    private string DayOfRow
    {
        get
        {
            var days = Dates.Append(layout.Time)
                .Select(time => columns.FirstOrDefault(c => time is not null && c.Is(time)))
                .OfType<MappedColumn>()
                .Select(c => c.Type == ColumnType.Timestamp ? $"CAST(timezone({SqlText.Text(workspace.Zone.Id)}, timezone('UTC', {c.Name})) AS DATE)" : c.Name);
            return $"coalesce({string.Join(", ", days.Append("NULL::DATE"))})";
        }
    }

    private string? OriginalOf(MappedColumn amount) => layout.Column($"original_{amount.Origin.Mapping.Name}")?.Name;

    private static string Kept(MappedColumn amount) => amount.Raw.Replace("merit:r", "merit:m", StringComparison.Ordinal);
}
