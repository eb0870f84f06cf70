using Merit.Metrics.Requests;
using Merit.Metrics.Results;

namespace Merit.Metrics.Planning;

/// <summary>Makes an answer of the statement's rows: computes, compares, sorts, limits.</summary>
internal sealed class AnswerReader(Question question, Statement statement)
{
    private Request Request => question.Request;

    public Answer Read(IEnumerable<object?[]> rows)
    {
        var found = new ResultRows(question, statement, rows);
        var evaluator = new Evaluator(question, found);
        var keys = question.By.Count == 0 ? [new GroupKey([])] : found.Groups;
        var ordered = keys.Select(key => Row(found, evaluator, key)).Order(new RowOrder(Request));
        var total = Request.Total ? Row(found, evaluator, null) : null;
        return new Answer(
            Request,
            [.. question.By.Select(b => new DimensionColumn(b.Dimension.Id, b.Dimension.Label, b.Dimension.LabelZh, b.Dimension.Type))],
            [.. question.Metrics.Select(m => Column(m.Definition))],
            [.. Request.Limit is { } limit ? ordered.Take(limit) : ordered],
            total);
    }

    private AnswerRow Row(ResultRows found, Evaluator evaluator, GroupKey? key)
    {
        var now = Standing(found, Request.Period, key, Statement.Now);
        var before = question.Before is { } other ? Standing(found, other, Moved(key, other), Statement.Before) : null;
        return new AnswerRow(
            key?.Values ?? new object?[question.By.Count],
            [.. question.Metrics.Select(m => Figure(evaluator, m.Formula, m.Goal, now, before))]);
    }

    private static Figure Figure(Evaluator evaluator, Formula formula, Goal? goal, Standing now, Standing? before)
    {
        var (value, reason) = evaluator.Of(formula, now);
        var compared = goal is not null ? evaluator.Target(goal, now) : before is not null ? evaluator.Of(formula, before) : Outcome.None(NoValue.None);
        return new Figure(value, reason)
        {
            Compared = compared.Value,
            ComparedReason = compared.Reason,
            Unfinished = evaluator.IsUnfinished(formula, now),
        };
    }

    private Standing Standing(ResultRows found, Period period, GroupKey? key, string part)
    {
        var (from, to) = Days(period, key);
        return new Standing(key, from, to, IsBefore: string.Equals(part, Statement.Before, StringComparison.Ordinal), found.Find(part, key));
    }

    // Groups of days are told apart by how far they lie from the start of their period; a year ago, by the calendar.
    private GroupKey? Moved(GroupKey? key, Period other) =>
        key is { } group ? new GroupKey([.. group.Values.Select((value, i) => Moved(value, question.By[i].Dimension.Grain, other))]) : null;

    private object? Moved(object? value, TimeGrain? grain, Period other)
    {
        if (grain is not { } group || value is not DateOnly start || Request.Period.From is not { } from || other.From is not { } otherFrom)
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

    private (DateOnly? From, DateOnly? To) Days(Period period, GroupKey? key)
    {
        var (from, to) = (period.From, period.To);
        for (var i = 0; key is { } group && i < question.By.Count; i++)
        {
            if (question.By[i].Dimension.Grain is { } grain && group.Values[i] is DateOnly start)
            {
                from = from is null || start > from ? start : from;
                to = to is null || grain.Add(start, 1) < to ? grain.Add(start, 1) : to;
            }
        }

        return (from, to);
    }

    private MetricColumn Column(Language.MetricDefinition metric) => new(metric.Id, metric.Label, metric.LabelZh, metric.Unit, metric.LowerIsBetter)
    {
        Additive = Additivity.Of(question.Context.Definitions, metric.Measure),
        Maturing = Maturity.Of(question.Context.Definitions, metric.Measure),
        Description = metric.Description,
        DescriptionZh = metric.DescriptionZh,
        Format = metric.Format,
        Deprecated = metric.Deprecated,
    };
}
