using System.Text.Json.Nodes;

namespace Merit.Samples.Tests.Serving;

/// <summary>The interface for programs is what its description says.</summary>
public sealed class InterfaceTests(ServedGuide guide) : IClassFixture<ServedGuide>
{
    [Theory]
    [InlineData("/api/query", "metrics=cost,cpl&by=channel&total=true&limit=2&sort=-cost&compare=target&model=linear")]
    [InlineData("/api/explain", "metric=cpl&by=channel&period=2025")]
    [InlineData("/api/metrics", "")]
    [InlineData("/api/reports", "")]
    [InlineData("/api/runs", "")]
    public async Task An_answer_has_the_properties_that_are_described(string path, string question)
    {
        var described = await Described(path);
        var (status, body) = await guide.Site.AskAsync($"{path}?{question.Replace("&model=linear", "", StringComparison.Ordinal)}");

        Assert.Equal(200, status);
        Fits(described["responses"]?["200"]?["content"]?["application/json"]?["schema"], body, path);
    }

    [Fact]
    public async Task Every_parameter_that_is_described_is_taken_and_no_other()
    {
        var query = await Described("/api/query");
        foreach (var name in query["parameters"]?.AsArray().Select(p => p?["name"]?.GetValue<string>() ?? "") ?? [])
        {
            // A wrong value is told as such; an unknown name would be told by name.
            var (_, body) = await guide.Site.AskAsync($"/api/query?metrics=cost&{name}=%00");
            Assert.DoesNotContain($"no parameter '{name}'", body.ToJsonString(), StringComparison.Ordinal);
        }

        var (status, problem) = await guide.Site.AskAsync("/api/query?metrics=cost&sql=1");
        Assert.Equal((400, "MRT5001"), (status, problem["code"]?.GetValue<string>()));
    }

    [Fact]
    public async Task What_is_wrong_is_a_problem_with_its_code()
    {
        using var answer = await guide.Site.Client.GetAsync(new Uri("/api/query?metrics=csot", UriKind.Relative));
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync());

        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("urn:merit:MRT2203", problem?["type"]?.GetValue<string>());
        Assert.Equal(400, problem?["status"]?.GetValue<int>());
        var document = (await guide.Site.AskAsync("/api/openapi.json")).Body;
        Fits(document["components"]?["responses"]?["Problem"]?["content"]?["application/problem+json"]?["schema"], problem, "problem");
    }

    [Fact]
    public async Task Nothing_but_asking_is_possible()
    {
        foreach (var method in new[] { HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch })
        {
            using var request = new HttpRequestMessage(method, new Uri("/api/query?metrics=cost", UriKind.Relative));
            using var answer = await guide.Site.Client.SendAsync(request);
            Assert.False(answer.IsSuccessStatusCode);
        }
    }

    [Fact]
    public async Task A_page_hears_when_the_figures_change()
    {
        guide.Workspace.Write("metrics/own.csx", "Metric(\"own\", Count(leads));");
        using var events = await guide.Site.Client.GetAsync(new Uri("/events", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await events.Content.ReadAsStreamAsync());
        var first = await NextAsync(reader);

        guide.Workspace.Write("metrics/own.csx", "Metric(\"own\", Count(leads)); Metric(\"another\", Count(leads));");

        var next = await NextAsync(reader);
        while (await guide.Site.AskAsync("/api/query?metrics=another") is (not 200, _))
        {
            next = await NextAsync(reader);
        }

        Assert.NotEqual(first, next);
    }

    private static async Task<string> NextAsync(StreamReader reader)
    {
        while (true)
        {
            var line = await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(120));
            if (line is null || line.StartsWith("data: ", StringComparison.Ordinal))
            {
                return line ?? throw new InvalidOperationException("The stream has ended.");
            }
        }
    }

    private async Task<JsonNode> Described(string path) =>
        (await guide.Site.AskAsync("/api/openapi.json")).Body["paths"]?[path]?["get"] ?? throw new InvalidOperationException($"{path} is not described.");

    private static void Fits(JsonNode? schema, JsonNode? value, string at)
    {
        if (schema?["properties"] is JsonObject properties && value is JsonObject found)
        {
            Assert.Equal(properties.Select(p => p.Key).Order(StringComparer.Ordinal), found.Select(p => p.Key).Order(StringComparer.Ordinal));
            Assert.All(properties, p => Fits(p.Value, found[p.Key], $"{at}.{p.Key}"));
        }
        else if (schema?["items"] is { } items)
        {
            Assert.All(Assert.IsType<JsonArray>(value), item => Fits(items, item, at));
        }
    }
}
