using System.CommandLine;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Pipeline;
using Merit.Host.Workspaces;
using Merit.Metrics.Requests;

namespace Merit.Host.Commands;

/// <summary>The part of a question that <c>query</c> and <c>explain</c> ask alike: by what, of which days, which rows, by which model.</summary>
internal sealed class QuestionOptions
{
    private readonly Option<string[]> _by = Verb.Names("--by", "The dimensions to group by, such as channel, campaign, month or leads.source.");

    private readonly Option<string> _period = new("--period") { Description = "The days asked about, such as 2025, 2025-Q1, 2025-03-01..2025-04-01, last-30d, last-month or all.", HelpName = "PERIOD" };

    private readonly Option<string[]> _where = new("--where") { Description = "A filter such as \"channel = email\"; given again, all must hold.", HelpName = "FILTER", Arity = ArgumentArity.OneOrMore };

    private readonly Option<string> _model = new("--model") { Description = "The attribution model for attributed metrics; the workspace's default unless given.", HelpName = "MODEL" };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _by, _period, _where, _model })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The question, or null where the command line is wrong and that was said.</summary>
    public Request? Read(ParseResult parsed, IReadOnlyList<string> metrics, Workspace workspace, Surroundings around)
    {
        var period = Read(parsed.GetValue(_period), text => around.Stages.Period(text, workspace), around.Output);
        var filters = (parsed.GetValue(_where) ?? []).Select(text => Read(text, FilterParser.Parse, around.Output)).ToList();
        return around.Output.Failed ? null : new Request
        {
            Metrics = metrics,
            By = parsed.GetValue(_by) ?? [],
            Period = period ?? Period.All,
            Where = [.. filters.OfType<Filter>()],
            Model = parsed.GetValue(_model),
        };
    }

    /// <summary>Refuses a model that the workspace does not run, or that changes nothing.</summary>
    public static void CheckModel(Request request, Workspace workspace, Func<IReadOnlyList<MetricListing>> metrics)
    {
        if (request.Model is not { } model)
        {
            return;
        }

        if (!workspace.Attribution.Names.Contains(model, StringComparer.Ordinal))
        {
            throw new MeritException(CommandRules.UnknownModel.Here(model, Suggestion.For(model, workspace.Attribution.Names)));
        }

        var known = metrics().ToDictionary(m => m.Column.Id, StringComparer.Ordinal);
        if (request.Metrics.All(id => known.TryGetValue(id, out var metric) && !metric.Attributed))
        {
            throw new MeritException(CommandRules.UselessModel.Here(model, string.Join(", ", request.Metrics)));
        }
    }

    private static T? Read<T>(string? text, Func<string, T> parse, Terminal output)
        where T : class
    {
        try
        {
            return text is null ? null : parse(text);
        }
        catch (MeritException wrong)
        {
            foreach (var finding in wrong.Diagnostics)
            {
                output.Finding(finding);
            }

            return null;
        }
    }
}
