using Merit.Metrics.Language;
using Merit.Metrics.Planning.OverTime;
using Merit.Metrics.Requests;

namespace Merit.Metrics.Planning;

/// <summary>Where a figure stands: its group (null for the total), the days it covers, whether it is of the other period, and what the facts gave.</summary>
/// <param name="Key">The group, or null for the total.</param>
/// <param name="Days">The days.</param>
/// <param name="Period">Those of the whole answer.</param>
/// <param name="IsBefore">Whether it is of the period the answer is compared with.</param>
/// <param name="Facts">The group's row.</param>
internal sealed record Standing(GroupKey? Key, Frame Days, Frame Period, bool IsBefore, ResultRow? Facts)
{
    /// <summary>The rows of its period.</summary>
    public string Part => IsBefore ? Statement.Before : Statement.Now;

    /// <summary>Whether its group has no days: rows without a date.</summary>
    public bool IsUndated { get; init; }
}

/// <summary>Finds where figures stand.</summary>
internal sealed class Standings(Question question, ResultRows rows)
{
    /// <summary>A group of the period asked about, or its total.</summary>
    public Standing Now(GroupKey? key) => Of(question.Request.Period, key, isBefore: false);

    /// <summary>The same group of the other period, where there is one.</summary>
    public Standing? Before(GroupKey? key) => question.Before is { } other ? Of(other, Moved(key, other), isBefore: true) : null;

    /// <summary>The days of a group, some of its columns left out.</summary>
    public Frame Days(Standing at, IReadOnlyList<string> without) =>
        at.Key is { } key ? Days(at.Period, key, b => !without.Contains(b, StringComparer.Ordinal)) : at.Days;

    /// <summary>The days in which the members who began in some days are watched: the group's own time since, or all of it. Null where they no longer are.</summary>
    public Frame? Watched(Frame began, CohortSpan cohort, Standing at)
    {
        var (first, count, grain) = (0, cohort.Count, cohort.Grain);
        for (var i = 0; at.Key is { } key && i < question.By.Count; i++)
        {
            if (question.By[i].Dimension.Age is { } unit && key.Values[i] is long age)
            {
                if (unit == cohort.Grain && age >= cohort.Count)
                {
                    return null;
                }

                (first, count, grain) = ((int)age, 1, unit);
            }
        }

        var week = question.Context.Settings.WeekStart;
        DateOnly? from = began.From is { } start ? grain.Add(grain.Start(start, week), first) : null;
        DateOnly? to = began.To is { } end ? grain.Add(grain.Start(end.AddDays(-1), week), first + count) : null;
        return began with { From = first == 0 ? began.From : from, To = to };
    }

    private Standing Of(Period period, GroupKey? key, bool isBefore)
    {
        var whole = Frame.Of(period);
        var days = key is { } group ? Days(whole, group, _ => true) : whole;
        return new Standing(key, days, whole, isBefore, rows.Find(isBefore ? Statement.Before : Statement.Now, key))
        {
            IsUndated = key is { } some && question.By.Where((b, i) => b.Dimension.Grain is not null && some.Values[i] is null).Any(),
        };
    }

    // The days of all groups of days a group is in; those of the finest say what came before.
    private Frame Days(Frame whole, GroupKey key, Func<string, bool> counts)
    {
        var days = whole;
        TimeGrain? finest = null;
        for (var i = 0; i < question.By.Count; i++)
        {
            if (counts(question.By[i].Column) && question.By[i].Dimension.Grain is { } grain && key.Values[i] is DateOnly start)
            {
                var end = grain.Add(start, 1);
                finest = finest is null || grain < finest ? grain : finest;
                days = new Frame(days.From is null || start > days.From ? start : days.From, days.To is null || end < days.To ? end : days.To, TimeStep.Of(finest.Value, 1));
            }
        }

        return days;
    }

    // Groups of days are told apart by how far they lie from the start of their period; a year ago, by the calendar.
    private GroupKey? Moved(GroupKey? key, Period other) =>
        key is { } group ? new GroupKey([.. group.Values.Select((value, i) => Moved(value, question.By[i].Dimension.Grain, other))]) : null;

    private object? Moved(object? value, TimeGrain? grain, Period other)
    {
        if (grain is not { } group || value is not DateOnly start || question.Request.Period.From is not { } from || other.From is not { } otherFrom)
        {
            return value;
        }

        if (group == TimeGrain.Day && from.AddYears(-1) == otherFrom)
        {
            return start.AddYears(-1);
        }

        var week = question.Context.Settings.WeekStart;
        return group.Add(group.Start(otherFrom, week), group.Between(group.Start(from, week), start));
    }
}
