using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Workspaces;
using Merit.Plugins.Connectors;

namespace Merit.Host.Warehouse.Loading;

/// <summary>Counts what one load takes of a source against its budget.</summary>
internal sealed class ReadMeter(Source source)
{
    private const int BytesOfValue = 8;

    private long _bytes;
    private bool _resumes;

    /// <summary>Rows so far.</summary>
    public long Rows { get; private set; }

    /// <summary>Whether the budget is used up.</summary>
    public bool IsSpent => source.Budget is { } budget && (Rows >= budget.Rows || _bytes >= budget.Bytes);

    /// <summary>Counts; refuses a source that is past its budget and cannot go on from where it would stop.</summary>
    public void Count(Chunk chunk)
    {
        _resumes |= chunk is Changes;
        if (chunk is not Rows rows)
        {
            return;
        }

        Rows += rows.RowNumbers.Count;
        _bytes += source.Budget?.Bytes is null ? 0 : rows.Columns.Sum(Bytes);
        if (IsSpent && !_resumes)
        {
            throw new MeritException(LoadRules.OverBudget.At(source.At, source.Name, Rows));
        }
    }

    private static long Bytes(Column column) =>
        column is TextColumn text ? text.Values.Sum(v => (long)(v?.Length ?? 0)) : (long)column.Count * BytesOfValue;
}
