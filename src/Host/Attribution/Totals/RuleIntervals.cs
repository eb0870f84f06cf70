using System.Globalization;
using Merit.Host.Attribution.Learning;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;

namespace Merit.Host.Attribution.Totals;

/// <summary>How far the credit of rules may be off because other conversions might as well have been seen: the jackknife over the same hash buckets as of models that learn.</summary>
/// <remarks>
/// A rule shares out each conversion by itself, so that nothing is learned again: the total without a bucket is the total less what the bucket has, scaled to all conversions of the kind.
/// </remarks>
/// <param name="session">A published version.</param>
/// <param name="settings">What belongs to a journey.</param>
internal sealed class RuleIntervals(Session session, AttributionSettings settings)
{
    private const int Buckets = PathTable.Buckets;

    /// <summary>The totals with their intervals; as they were where all conversions lie in one bucket.</summary>
    /// <param name="totals">Totals of the models, in any order.</param>
    /// <param name="models">The models; none learns.</param>
    /// <param name="column">The touchpoints' column that earns credit.</param>
    /// <param name="kind">The kind of conversion.</param>
    public IReadOnlyList<AttributedTotal> Around(IReadOnlyList<AttributedTotal> totals, IReadOnlyList<ModelWeight> models, string column, string kind)
    {
        if (models.Count == 0)
        {
            return totals;
        }

        var conversions = new double[Buckets];
        session.Query($"SELECT {Bucket}, count(*) FROM conversions WHERE kind = $1 GROUP BY 1", row => conversions[row.GetInt32(0)] = row.GetInt64(1), kind);
        var sums = string.Concat(models.Select(m => SqlText.Name(m.Model.Name)).Select(share => $", fsum({share}), coalesce(fsum({share} * value::DOUBLE), 0)"));
        var parts = new Dictionary<(string Model, string Unit), (double[] Conversions, double[] Value)>();
        session.Query(
            $"SELECT coalesce(earns, '{UnitNumbers.None}'), {Bucket}{sums} FROM ({EarningColumn.OfCredit(CreditsStatement.Write(settings, models), column)}) WHERE kind = {SqlText.Text(kind)} GROUP BY 1, 2",
            row =>
            {
                for (var i = 0; i < models.Count; i++)
                {
                    var key = (models[i].Model.Name, row.GetString(0));
                    var (number, value) = parts.TryGetValue(key, out var known) ? known : parts[key] = (new double[Buckets], new double[Buckets]);
                    (number[row.GetInt32(1)], value[row.GetInt32(1)]) = (row.GetDouble(2 + (2 * i)), row.GetDouble(3 + (2 * i)));
                }

                return true;
            });
        return
        [
            .. totals.Select(t => parts.TryGetValue((t.Model, t.Unit), out var part)
                ? t with { ConversionsInterval = Interval(part.Conversions, conversions), ValueInterval = Interval(part.Value, conversions) }
                : t),
        ];
    }

    /// <summary>The interval of a sum over conversions, from what each bucket has of it; null where one bucket has all conversions.</summary>
    /// <param name="parts">What each bucket has of the sum.</param>
    /// <param name="conversions">How many conversions each bucket has.</param>
    public static Interval? Interval(double[] parts, double[] conversions)
    {
        var (sum, all) = (parts.Sum(), conversions.Sum());
        return conversions.Any(n => n >= all) ? null : Jackknife.Around(sum, [.. parts.Zip(conversions, (part, n) => (sum - part) * all / (all - n))]);
    }

    private static string Bucket => $"(hash(conversion_id) % {Buckets.ToString(CultureInfo.InvariantCulture)})::INTEGER";
}
