using System.Globalization;
using Merit.Diagnostics;
using Merit.Host.Commands.Answers;
using Merit.Host.Measures;
using Merit.Host.Workspaces;
using Merit.Metrics.Language;
using Merit.Metrics.Planning;

namespace Merit.Host.Explaining;

/// <summary>Explains metrics from the very plan that answers them.</summary>
internal sealed class Explainer(Workspace workspace, Definitions definitions, Func<Metrics.Requests.Request, Plan> plan)
{
    /// <summary>Explains a metric of which no warehouse is asked.</summary>
    public Explanation Explain(ExplainRequest asked)
    {
        var planned = plan(asked.Request);
        var made = planned.Explanations[0];
        var id = asked.Request.Metrics[0];
        var definition = definitions.Metric(id) ?? throw new InvalidOperationException($"'{id}' was planned, but is not declared.");
        return new Explanation(
            definition, planned, made,
            Lineage.Of(made.Facts.SelectMany(f => f.Reads), workspace),
            [.. definitions.Tests.Where(t => t.Expectations.Any(e => string.Equals(e.Metric, id, StringComparison.Ordinal)))])
        {
            Parameters = definitions.Parameters.ToDictionary(p => p.Id, p => Cell.Raw(p.Value), StringComparer.Ordinal),
        };
    }

    /// <summary>Explains a metric, with what a warehouse says of it.</summary>
    public Explanation Explain(ExplainRequest asked, IRowSource rows)
    {
        var explanation = Explain(asked);
        var planned = explanation.Plan;
        return explanation with
        {
            Answer = planned.Read(rows.Rows(planned.Sql, planned.Parameters)),
            Rows =
            [
                .. planned.RowsBehind(Math.Max(asked.Rows, 1)).Select(b => new RowsFound(
                    b,
                    Convert.ToInt64(rows.Rows(b.CountSql, b.CountParameters)[0][0], CultureInfo.InvariantCulture),
                    asked.Rows == 0 ? [] : rows.Rows(b.Sql, b.Parameters))),
            ],
            EnginePlan = asked.EnginePlan ? EnginePlan(rows, planned) : "",
        };
    }

    // The engine gives the kind of plan and its drawing.
    private static string EnginePlan(IRowSource rows, Plan planned)
    {
        try
        {
            return string.Join('\n', rows.Rows($"EXPLAIN {planned.Sql}", planned.Parameters).Select(r => $"{r[^1]}".TrimEnd()));
        }
        catch (MeritException refused)
        {
            return refused.Diagnostics[0].Message;
        }
    }
}
