using Merit.Host.Warehouse.Sessions;

namespace Merit.Host.Warehouse.Mapping;

/// <summary>The currency a row's amounts are in: its column <c>currency</c> where the source has one and it is filled, else the workspace's.</summary>
internal sealed class CurrencyOfRows(IReadOnlyList<MappedColumn> columns, string workspaceCurrency)
{
    private readonly MappedColumn? _given = columns.FirstOrDefault(c => c.Is("currency"));

    /// <summary>Whether the source says so at all.</summary>
    public bool IsGiven => _given is not null;

    /// <summary>The column of the view that holds the code; never null.</summary>
    public string Column => "\"merit:currency\"";

    /// <summary>The source's own code in capitals, or null.</summary>
    public string Code => _given is null
        ? "NULL"
        : $"nullif(CASE upper(trim(CAST({_given.Raw} AS VARCHAR))) WHEN 'RMB' THEN 'CNY' ELSE upper(trim(CAST({_given.Raw} AS VARCHAR))) END, '')";

    /// <summary>The expression for <see cref="Column"/>.</summary>
    public string Expression => IsGiven ? $"coalesce({Code}, {SqlText.Text(workspaceCurrency)})" : SqlText.Text(workspaceCurrency);

    public bool Is(MappedColumn column) => ReferenceEquals(column, _given);
}
