using Merit.Metrics.Requests;

namespace Merit.Metrics.Planning;

/// <summary>The groups of an answer. Where a measure reads other days than its own, a group of days without rows has its figure too; a cohort in which nothing happened
/// is one all the same.</summary>
internal sealed class DenseGroups
{
    private readonly Question question;
    private readonly ResultRows rows;

    private DenseGroups(Question question, ResultRows rows) => (this.question, this.rows) = (question, rows);

    private DateOnly Today => question.Context.Settings.Today;

    public static IReadOnlyList<GroupKey> Of(Question question, ResultRows rows)
    {
        var groups = new DenseGroups(question, rows);
        return groups.WithAllAges(groups.WithAllDays([.. rows.Groups]));
    }

    private IReadOnlyList<GroupKey> WithAllDays(IReadOnlyList<GroupKey> found)
    {
        var days = rows.GroupsOfDays.Where(g => g.Values.All(v => v is not DateOnly start || start <= Today)).ToList();
        if (days.Count == 0)
        {
            return found;
        }

        var isTime = question.By.Select(b => b.Dimension.Grain is not null).ToArray();
        var others = isTime.All(time => time) ? [new GroupKey(new object?[isTime.Length])] : Without(found, i => isTime[i]);
        return [.. found.Union(others.SelectMany(other => days.Select(day => new GroupKey([.. other.Values.Select((v, i) => isTime[i] ? day.Values[i] : v)]))))];
    }

    // Only where the answer counts time as the cohorts do: of a cohort of months the weeks have no end to go to.
    private IReadOnlyList<GroupKey> WithAllAges(IReadOnlyList<GroupKey> found)
    {
        var ages = question.By.Select((b, i) => (Unit: b.Dimension.Age, Place: i)).Where(a => a.Unit is not null).ToList();
        var spans = question.Scans.Select(s => s.Reading.Cohort).Where(c => c is not null && ages.TrueForAll(a => a.Unit == c.Grain)).ToList();
        if (ages.Count != 1 || spans.Count == 0)
        {
            return found;
        }

        var (grain, place) = (ages[0].Unit.GetValueOrDefault(), ages[0].Place);
        var began = question.Scans.Where(s => s.Reading.Over is [var only] && only == question.By[place].Column).Select(s => Statement.Together(Statement.Now, s.Reading));
        var cohorts = Without([.. found, .. began.SelectMany(rows.GroupsOf)], i => i == place);
        var longest = spans.Max(c => c?.Count ?? 0);
        return [.. found.Union(cohorts.SelectMany(cohort => Enumerable.Range(0, longest)
            .Where(age => HasBegun(cohort, grain, age))
            .Select(age => new GroupKey([.. cohort.Values.Select((v, i) => i == place ? (long)age : v)]))))];
    }

    private bool HasBegun(GroupKey cohort, TimeGrain grain, int age)
    {
        var starts = cohort.Values.Where((_, i) => question.By[i].Dimension.Grain is not null).OfType<DateOnly>();
        var start = starts.DefaultIfEmpty(question.Request.Period.From ?? DateOnly.MinValue).Max();
        return grain.Add(grain.Start(start, question.Context.Settings.WeekStart), age) <= Today;
    }

    private static IReadOnlyList<GroupKey> Without(IReadOnlyList<GroupKey> keys, Func<int, bool> left) =>
        [.. keys.Select(g => new GroupKey([.. g.Values.Select((v, i) => left(i) ? null : v)])).Distinct()];
}
