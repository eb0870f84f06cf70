using Merit.Metrics.Requests;
using Merit.Metrics.Results;

namespace Merit.Metrics.Planning;

/// <summary>The order of an answer: as asked, then by the dimensions. What is missing comes last, whichever way it is sorted.</summary>
internal sealed class RowOrder : IComparer<AnswerRow>
{
    private readonly IReadOnlyList<(Func<AnswerRow, object?> Value, bool Descending)> keys;

    public RowOrder(Request request)
    {
        var dimensions = request.By.Select((_, i) => ((Func<AnswerRow, object?>)(row => row.Dimensions[i]), false));
        keys = [.. request.Sort.Select(s => (Value(request, RequestChecks.SortColumn(s)), s.StartsWith('-'))), .. dimensions];
    }

    public int Compare(AnswerRow? x, AnswerRow? y)
    {
        if (x is null || y is null)
        {
            return (x is null).CompareTo(y is null);
        }

        foreach (var (value, descending) in keys)
        {
            var order = Compare(value(x), value(y), descending);
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    private static Func<AnswerRow, object?> Value(Request request, string column)
    {
        var metric = request.Metrics.ToList().IndexOf(column);
        var dimension = request.By.ToList().IndexOf(column);
        return dimension >= 0 ? row => row.Dimensions[dimension] : row => row.Figures[metric].Value;
    }

    private static int Compare(object? x, object? y, bool descending) => (x, y) switch
    {
        (null, null) => 0,
        (null, _) => 1,
        (_, null) => -1,
        (string left, string right) => Signed(string.CompareOrdinal(left, right), descending),
        (IComparable left, _) => Signed(left.CompareTo(y), descending),
        _ => 0,
    };

    private static int Signed(int order, bool descending) => descending ? -order : order;
}
