using Merit.Host.Attribution.Learning;
using Merit.Host.Warehouse.Mapping;
using Merit.Host.Warehouse.Sessions;

namespace Merit.Host.Attribution;

/// <summary>Keeps what models that tell places apart give to channels by place in the journey: the table <c>credit_places</c>.</summary>
internal static class CreditPlaces
{
    private const int RowsAtOnce = 1000;

    /// <summary>Replaces the table. A place at which a channel never stood is left out.</summary>
    public static void Write(Session session, IReadOnlyList<(string Model, LearnedCredit Credit)> learned)
    {
        session.Execute(TableLayout.Of("credit_places", []).Create());
        session.Execute("DELETE FROM main.credit_places");
        var rows =
            from model in learned
            from total in Totals.AttributedTotal.Of(model.Model, model.Credit)
            from place in total.Places.Select((conversions, i) => (Number: TermSql.Number(i + 1), Conversions: conversions))
            where place.Conversions != 0
            select $"({SqlText.Text(total.Model)}, {SqlText.Text(total.Unit)}, {place.Number}, {TermSql.Number(place.Conversions)})";
        foreach (var some in rows.Chunk(RowsAtOnce))
        {
            session.Execute($"INSERT INTO main.credit_places VALUES {string.Join(", ", some)}");
        }
    }
}
