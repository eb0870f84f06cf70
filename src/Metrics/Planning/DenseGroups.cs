namespace Merit.Metrics.Planning;

/// <summary>The groups of an answer. Where a measure reads other days than its own, a group of days without rows has its figure too.</summary>
internal static class DenseGroups
{
    public static IReadOnlyList<GroupKey> Of(Question question, ResultRows rows)
    {
        var found = rows.Groups.ToList();
        var today = question.Context.Settings.Today;
        var days = rows.GroupsOfDays.Where(g => g.Values.All(v => v is not DateOnly start || start <= today)).ToList();
        if (days.Count == 0)
        {
            return found;
        }

        var isTime = question.By.Select(b => b.Dimension.Grain is not null).ToArray();
        var others = isTime.All(time => time) ? [new GroupKey(new object?[isTime.Length])]
            : found.Select(g => new GroupKey([.. g.Values.Select((v, i) => isTime[i] ? null : v)])).Distinct().ToList();
        return [.. found.Union(others.SelectMany(other => days.Select(day => new GroupKey([.. other.Values.Select((v, i) => isTime[i] ? day.Values[i] : v)]))))];
    }
}
