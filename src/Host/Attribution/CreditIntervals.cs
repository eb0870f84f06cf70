using Merit.Host.Attribution.Learning;
using Merit.Host.Warehouse.Mapping;
using Merit.Host.Warehouse.Sessions;

namespace Merit.Host.Attribution;

/// <summary>Keeps what models that learned give to channels in total, and how far that may be off: the table <c>credit_intervals</c>.</summary>
internal static class CreditIntervals
{
    /// <summary>Replaces the table. A model without intervals leaves them missing.</summary>
    public static void Write(Session session, IReadOnlyList<(string Model, LearnedCredit Credit)> learned)
    {
        session.Execute(TableLayout.Of("credit_intervals", []).Create());
        session.Execute("DELETE FROM main.credit_intervals");
        foreach (var (model, credit) in learned)
        {
            foreach (var total in Totals.AttributedTotal.Of(model, credit))
            {
                session.Execute(
                    "INSERT INTO main.credit_intervals VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                    total.Model, total.Unit, total.Conversions, total.ConversionsInterval?.Low, total.ConversionsInterval?.High, total.Value, total.ValueInterval?.Low, total.ValueInterval?.High);
            }
        }
    }
}
