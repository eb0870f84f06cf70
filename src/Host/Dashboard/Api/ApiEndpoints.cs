using System.Text.Json.Nodes;
using Merit.Host.Dashboard.Pages;
using Merit.Host.Reports.Assets;
using Merit.Host.Workers.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Merit.Host.Dashboard.Api;

/// <summary>What other programs can ask: the questions of the pages, with raw values for answers. <c>openapi.json</c> describes it.</summary>
internal static class ApiEndpoints
{
    public const string Root = "/api";

    /// <summary>Whether a program asks rather than a browser.</summary>
    public static bool IsFor(PathString path) => path.StartsWithSegments(Root, StringComparison.Ordinal) || path.StartsWithSegments(AgentEndpoint.Address, StringComparison.Ordinal);

    public static void MapApi(this IEndpointRouteBuilder app)
    {
        app.MapGet($"{Root}/query", QueryEndpoint.AnswerAsync);
        app.MapGet($"{Root}/explain", ExplainAsync);
        app.MapGet($"{Root}/metrics", MetricsAsync);
        app.MapGet($"{Root}/reports", ReportsAsync);
        app.MapGet($"{Root}/runs", RunsAsync);
        app.MapGet($"{Root}/openapi.json", context => Answers.WriteAsync(context, Resource.Text("assets/openapi.json"), "application/json"));
    }

    private static async Task ExplainAsync(HttpContext context) =>
        await Answers.WriteAsync(context, (await new View(context).AskAsync(ExplainPage.Question(context.Request.Query))).Json, "application/json");

    private static async Task MetricsAsync(HttpContext context)
    {
        var catalogue = await Catalogues.OfAsync(new View(context));
        await Answers.WriteAsync(context, new JsonObject { ["metrics"] = Objects(catalogue.Metrics, MetricEntry.Of) });
    }

    private static async Task ReportsAsync(HttpContext context)
    {
        var view = new View(context);
        var catalogue = await Catalogues.OfAsync(view);
        await Answers.WriteAsync(context, new JsonObject
        {
            ["rendered"] = Objects(ArchivePage.Files(view.Workspace.OutDirectory), f => new JsonObject { ["name"] = f.Name, ["rendered_at"] = f.LastWriteTimeUtc, ["address"] = $"/reports/{Uri.EscapeDataString(f.Name)}" }),
            ["templates"] = Objects(catalogue.Reports, r => new JsonObject { ["name"] = r, ["address"] = $"/reports/live/{Uri.EscapeDataString(r)}" }),
        });
    }

    private static async Task RunsAsync(HttpContext context)
    {
        var runs = await new View(context).AskAsync(new RunsQuestion());
        await Answers.WriteAsync(context, new JsonObject
        {
            ["as_of"] = $"{runs.AsOf:yyyy-MM-dd}",
            ["definitions"] = runs.DefinitionHash,
            ["sources"] = Objects(runs.Loads, l => new JsonObject
            {
                ["source"] = l.Source, ["table"] = l.Table, ["connector"] = l.Connector, ["finished_at"] = l.FinishedAt, ["read"] = l.Read, ["loaded"] = l.Loaded,
                ["rejected"] = l.Rejected, ["filtered"] = l.Filtered, ["covered_from"] = Day(l.CoveredFrom), ["covered_to"] = Day(l.CoveredTo),
            }),
            ["tests"] = Objects(runs.Tests, t => new JsonObject
            {
                ["name"] = t.Name, ["outcome"] = t.Outcome switch { Testing.DataTestOutcome.Passed => "passed", Testing.DataTestOutcome.Failed => "failed", _ => "not_run" },
                ["failing"] = t.Failing, ["detail"] = t.Detail, ["is_warning"] = t.IsWarning, ["declared_at"] = t.At.ToString(),
            }),
        });
    }

    private static JsonNode? Day(DateOnly? day) => day is { } known ? $"{known:yyyy-MM-dd}" : null;

    private static JsonArray Objects<T>(IEnumerable<T> items, Func<T, JsonObject> one) => [.. items.Select(i => (JsonNode?)one(i))];
}
