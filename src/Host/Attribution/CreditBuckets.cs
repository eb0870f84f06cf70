using Merit.Host.Attribution.Learning;
using Merit.Host.Warehouse.Mapping;
using Merit.Host.Warehouse.Sessions;

namespace Merit.Host.Attribution;

/// <summary>Keeps what models that learned would give to channels without each bucket of journeys: the table <c>credit_buckets</c>, from which a page makes intervals of its own days and groups.</summary>
internal static class CreditBuckets
{
    private const int RowsAtOnce = 1000;

    /// <summary>Replaces the table. A model without intervals has no rows.</summary>
    public static void Write(Session session, IReadOnlyList<(string Model, LearnedCredit Credit)> learned)
    {
        session.Execute(TableLayout.Of("credit_buckets", []).Create());
        session.Execute("DELETE FROM main.credit_buckets");
        var rows =
            from model in learned
            from bucket in model.Credit.Without.Select((credits, i) => (Number: TermSql.Number(i), Credits: credits))
            from credit in bucket.Credits
            select $"({SqlText.Text(model.Model)}, {SqlText.Text(model.Credit.Channels[credit.Channel])}, {bucket.Number}, {TermSql.Number(credit.Conversions)})";
        foreach (var some in rows.Chunk(RowsAtOnce))
        {
            session.Execute($"INSERT INTO main.credit_buckets VALUES {string.Join(", ", some)}");
        }
    }
}
