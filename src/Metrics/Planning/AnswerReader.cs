using Merit.Metrics.Requests;
using Merit.Metrics.Results;
using Merit.Metrics.Schema;

namespace Merit.Metrics.Planning;

/// <summary>Makes an answer of the statement's rows: computes, compares, sorts, limits.</summary>
internal sealed class AnswerReader(Question question, Statement statement)
{
    private Request Request => question.Request;

    public Answer Read(IEnumerable<object?[]> rows)
    {
        var found = new ResultRows(question, statement, rows);
        var standings = new Standings(question, found);
        var keys = question.By.Count == 0 ? [new GroupKey([])] : DenseGroups.Of(question, found);
        var evaluator = new Evaluator(question, found, standings, keys);
        var ordered = Enumerable.Range(0, question.Models.Count)
            .SelectMany(model => keys.Select(key => Row(evaluator, standings, key, model)))
            .Order(new RowOrder(Request));
        return new Answer(
            Request,
            [.. Request.By.Select(Column)],
            [.. question.Metrics.Select(m => Column(m.Definition, CreditKinds.TakesPart(question, m)))],
            [.. Request.Limit is { } limit ? ordered.Take(limit) : ordered],
            Request.Total ? Total(evaluator, standings) : null);
    }

    private AnswerRow Row(Evaluator evaluator, Standings standings, GroupKey key, int model)
    {
        var (now, before) = (standings.Now(key), standings.Before(key));
        var dimensions = key.Values.ToList();
        if (Request.By.ToList().FindIndex(QuestionShape.IsModel) is var place and >= 0)
        {
            dimensions.Insert(place, question.Models[model]);
        }

        return new AnswerRow(dimensions, [.. question.Metrics.Select(m => Figure(evaluator, m, model, now, before))]);
    }

    // Each model shares out the same conversions: over several models there is nothing to add.
    private AnswerRow Total(Evaluator evaluator, Standings standings)
    {
        var (now, before) = (standings.Now(null), standings.Before(null));
        return new AnswerRow(
            new object?[Request.By.Count],
            [.. question.Metrics.Select(m => m.Formulas.Count == 0 || m.DependsOnModel ? new Figure(null, NoValue.NotMeaningful) : Figure(evaluator, m, 0, now, before))]);
    }

    private static Figure Figure(Evaluator evaluator, AskedMetric metric, int model, Standing now, Standing? before)
    {
        var (formula, goal) = (metric.Formulas[model], metric.Goal);
        var (value, reason) = evaluator.Of(formula, now);
        var compared = goal is not null ? evaluator.Target(goal, now) : before is not null ? evaluator.Of(formula, before) : Outcome.None(NoValue.None);
        return new Figure(value, reason)
        {
            Compared = compared.Value,
            ComparedReason = compared.Reason,
            Targeted = goal is not null && compared.Value is not null ? evaluator.Of(metric.Targeted[model], now).Value : null,
            Unfinished = reason != NoValue.NotMeaningful && evaluator.IsUnfinished(formula, now),
        };
    }

    private DimensionColumn Column(string id)
    {
        if (QuestionShape.IsModel(id))
        {
            return new DimensionColumn(id, "Attribution model", "归因模型", ColumnType.Text);
        }

        var dimension = question.By.First(b => string.Equals(b.Dimension.Id, id, StringComparison.Ordinal)).Dimension;
        return new DimensionColumn(dimension.Id, dimension.Label, dimension.LabelZh, dimension.Type);
    }

    private MetricColumn Column(Language.MetricDefinition metric, bool participation) => new(
        metric.Id, participation ? $"{metric.Label} (participation)" : metric.Label, participation ? $"{metric.LabelZh}（参与口径）" : metric.LabelZh, metric.Unit, metric.LowerIsBetter)
    {
        Participation = participation,
        Additive = Additivity.Of(question.Context.Definitions, metric.Measure),
        Maturing = Maturity.Of(question.Context.Definitions, metric.Measure),
        Description = metric.Description,
        DescriptionZh = metric.DescriptionZh,
        Format = metric.Format,
        Deprecated = metric.Deprecated,
    };
}
