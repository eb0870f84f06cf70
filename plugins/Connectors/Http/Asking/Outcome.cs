using System.Globalization;
using System.Net;
using System.Text.Json;
using Merit.Connectors.Http.Describing;
using Merit.Connectors.Http.Records;

namespace Merit.Connectors.Http.Asking;

/// <summary>What an answer means for who asked.</summary>
internal enum Verdict
{
    Fine,
    TryAgain,
    Expired,
    TooMuch,
    NotSignedIn,
    Refused,
}

/// <summary>What came of a request.</summary>
/// <param name="Verdict">What it means.</param>
/// <param name="Why">Why it is not fine, half a sentence.</param>
internal sealed record Outcome(Verdict Verdict, string Why)
{
    public JsonElement Answer { get; init; }

    /// <summary>How long the server asks to wait.</summary>
    public TimeSpan? Wait { get; init; }

    /// <summary>Judges an answer by its status and by what stands in it.</summary>
    public static Outcome Of(ApiDescription api, HttpResponseMessage response, byte[] body, DateTimeOffset now)
    {
        JsonElement? answer = null;
        try
        {
            using var document = JsonDocument.Parse(body);
            answer = document.RootElement.Clone();
        }
        catch (JsonException)
        {
            // An answer cut short, or a page of a server in between.
        }

        var errors = api.Errors ?? new ErrorsDescription();
        List<string> codes = [.. (errors.Code ?? "").Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(p => answer is { } found ? JsonPath.Text(found, p) : null).OfType<string>()];
        var isBad = codes.Exists(c => !errors.Fine.Contains(c, StringComparer.Ordinal));
        var told = answer is { } said && errors.Message is { } where ? JsonPath.Text(said, where) : null;
        var why = string.Create(CultureInfo.InvariantCulture, $"the API answers with status {(int)response.StatusCode}{(codes.Count == 0 ? "" : $", code {string.Join(" ", codes)}")}{(told is null ? "" : $": {told.TrimEnd('.')}")}");
        bool Says(List<string> named) => codes.Exists(c => named.Contains(c, StringComparer.Ordinal));
        return response.StatusCode is HttpStatusCode.NoContent or HttpStatusCode.NotModified ? new Outcome(Verdict.Fine, "")
            : Says(errors.Split) ? new Outcome(Verdict.TooMuch, why)
            : response.StatusCode == HttpStatusCode.Unauthorized || Says(errors.Expired) ? new Outcome(Verdict.Expired, why)
            : api.Retry.Statuses.Contains((int)response.StatusCode) || Says(errors.Retry) ? new Outcome(Verdict.TryAgain, why) { Wait = Named(response, now) ?? Told(answer, errors.Wait) }
            : !response.IsSuccessStatusCode || isBad ? new Outcome(Verdict.Refused, why)
            : answer is { } sound ? new Outcome(Verdict.Fine, "") { Answer = sound }
            : new Outcome(Verdict.TryAgain, "its answer is no JSON, or was cut off");
    }

    private static TimeSpan? Named(HttpResponseMessage response, DateTimeOffset now)
    {
        var after = response.Headers.RetryAfter;
        var wait = after?.Delta ?? (after?.Date - now);
        return wait is { } time ? TimeSpan.FromSeconds(Math.Max(0, time.TotalSeconds)) : null;
    }

    private static TimeSpan? Told(JsonElement? answer, string? path) =>
        path is not null && answer is { } found && double.TryParse(JsonPath.Text(found, path)?.TrimEnd('s'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : null;
}
