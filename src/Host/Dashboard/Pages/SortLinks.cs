using Merit.Host.Reports.Blocks;

namespace Merit.Host.Dashboard.Pages;

/// <summary>Headings that lead to the same rows in another order.</summary>
internal static class SortLinks
{
    /// <summary>The columns, each with the address of its order; a figure's largest first, and the other way round when it is asked for again.</summary>
    /// <param name="columns">The columns, of which those with an id can be sorted by.</param>
    /// <param name="sort">The order of now: an id, after a - where it goes down.</param>
    /// <param name="view">The page.</param>
    public static IEnumerable<GridColumn> On(IReadOnlyList<GridColumn> columns, string sort, View view) => columns.Select(column =>
    {
        if (column.Id.Length == 0)
        {
            return column;
        }

        var order = sort == column.Id ? 1 : sort == $"-{column.Id}" ? -1 : 0;
        var next = order < 0 || (order == 0 && !column.Numeric) ? column.Id : $"-{column.Id}";
        return column with { Order = order, SortedAt = view.Here(("sort", next)) };
    });
}
