using System.Globalization;
using Merit.Connectors.Http.Asking;
using Merit.Connectors.Http.Describing;
using Merit.Connectors.Http.Reading;
using Merit.Plugins.Connectors;

namespace Merit.Connectors.Http.Testing;

/// <summary>Reads a stream from the answers of a test, and holds the rows against those it expects.</summary>
internal sealed class DescriptionTest(TestDescription test, HttpOptions options, ReadRequest request)
{
    public async Task<SourceTest> RunAsync(CancellationToken stop)
    {
        var file = DescriptionFile.Read(Asked(), request.Directory);
        var line = 1 + file.Text[..Math.Max(0, file.Text.IndexOf(test.Name, StringComparison.Ordinal))].Count(c => c == '\n');
        return new SourceTest(test.Name, file.Name, line, await DifferencesAsync(file, stop));
    }

    private async Task<IReadOnlyList<SourceDifference>> DifferencesAsync(DescriptionFile file, CancellationToken stop)
    {
        // Nobody is asked, so nobody need be waited for.
        (file.Api.Rate, file.Api.Retry.Seconds) = (null, 0);

        // An account of its own: another's token would leave out the request for one.
        var alone = file with { Values = new Dictionary<string, string>(file.Values, StringComparer.Ordinal) { ["test"] = $"{Guid.NewGuid()}" } };
        using var answers = new CannedAnswers(test.Answers);
        using var client = new ApiClient(alone, options.Stream, options.Address, request.Clock, answers);
        var rows = new List<Rows>();
        try
        {
            await foreach (var chunk in new StreamReading(alone, Asked(), Today(), client).ReadAsync(stop))
            {
                rows.AddRange(chunk is Rows { RowNumbers.Count: > 0 } some ? [some] : []);
            }
        }
        catch (Exception e) when (e is ConnectorException or TooMuchException)
        {
            return [.. answers.Differences, new SourceDifference("the read", "rows", e.Message)];
        }

        return [.. answers.Differences, .. Differences([.. rows.SelectMany(RowText.Of)])];
    }

    private IEnumerable<SourceDifference> Differences(IReadOnlyList<IReadOnlyDictionary<string, string?>> found)
    {
        if (found.Count != test.Rows.Count)
        {
            yield return new SourceDifference("rows", test.Rows.Count.ToString(CultureInfo.InvariantCulture), found.Count.ToString(CultureInfo.InvariantCulture));
        }

        foreach (var (expected, row, number) in test.Rows.Zip(found).Select((pair, i) => (pair.First, pair.Second, i + 1)))
        {
            foreach (var (field, value) in expected)
            {
                var what = string.Create(CultureInfo.InvariantCulture, $"{field} of row {number}");
                if (!row.TryGetValue(field, out var text))
                {
                    yield return new SourceDifference(what, RowText.Shown(value), $"no field of that name; there are {string.Join(", ", row.Keys)}");
                }
                else if (!RowText.Same(value, text))
                {
                    yield return new SourceDifference(what, RowText.Shown(value), RowText.Shown(text));
                }
            }
        }
    }

    private HttpOptions Asked() => new()
    {
        Vendor = options.Vendor, Describe = options.Describe, Stream = options.Stream, Address = options.Address, Fields = options.Fields, Secrets = options.Secrets,
        Settings = new Dictionary<string, string>(options.Settings.Where(s => !test.Settings.ContainsKey(s.Key)).Concat(test.Settings), StringComparer.Ordinal),
    };

    private ReadRequest Today() => test.Today is not { } day
        ? request with { State = null }
        : DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var today)
            ? request with { State = null, Clock = new Noon(today, request.Zone) }
            : throw new WrongDescriptionException("describe", $"The test '{test.Name}' is of '{day}', which is no day.", "Write it as 2025-03-01.");

    /// <summary>A clock that stands at noon of a day.</summary>
    private sealed class Noon(DateOnly day, TimeZoneInfo zone) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(new TimeOnly(12, 0)), zone), TimeSpan.Zero);
    }
}
