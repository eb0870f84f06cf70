using System.Text.Json.Nodes;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Microsoft.AspNetCore.Http;

namespace Merit.Host.Dashboard;

/// <summary>What is wrong, for programs: RFC 9457, with the codes of the diagnostics.</summary>
internal static class Problem
{
    public static Task WriteAsync(HttpContext context, IReadOnlyList<Diagnostic> findings)
    {
        context.Response.StatusCode = StatusOf(findings);
        return Answers.WriteAsync(context, Of(findings), "application/problem+json");
    }

    /// <summary>The findings, the first of which says what is wrong.</summary>
    public static JsonObject Of(IReadOnlyList<Diagnostic> findings) => new()
    {
        ["type"] = $"urn:merit:{findings[0].Code}",
        ["title"] = findings[0].Message,
        ["status"] = StatusOf(findings),
        ["detail"] = findings[0].NextStep,
        ["code"] = findings[0].Code,
        ["findings"] = new JsonArray([.. findings.Select(f => (JsonNode)new JsonObject
        {
            ["code"] = f.Code, ["message"] = f.Message, ["next_step"] = f.NextStep, ["file"] = f.At?.File, ["line"] = f.At is { Line: > 0 } ? f.At.Line : null, ["column"] = f.At is { Column: > 0 } ? f.At.Column : null,
        })]),
    };

    /// <summary>Whose fault it is: the question's, or ours.</summary>
    public static int StatusOf(IReadOnlyList<Diagnostic> findings) => findings[0] switch
    {
        { Rule: var rule } when rule == ServeRules.NoPage => StatusCodes.Status404NotFound,
        { Rule: var rule } when rule == IdentityRules.NoSuchPerson || rule == AttributionRules.NoSuchConversion => StatusCodes.Status404NotFound,
        { Rule: var rule } when rule == IdentityRules.SeveralPeople => StatusCodes.Status400BadRequest,
        { Rule: var rule } when rule == InboundRules.NoEndpoint => StatusCodes.Status404NotFound,
        { Rule: var rule } when rule == InboundRules.NotSigned => StatusCodes.Status401Unauthorized,
        { Rule: var rule } when rule == InboundRules.ForeignOrigin || rule == ServeRules.ForeignPage => StatusCodes.Status403Forbidden,
        { Rule: var rule } when rule == AccessRules.NotSignedIn || rule == AccessRules.WrongPassword => StatusCodes.Status401Unauthorized,
        { Rule: var rule } when rule == AccessRules.NotAllowed || rule == AccessRules.OnlyWhole || rule == AccessRules.NoAttribute => StatusCodes.Status403Forbidden,
        { Rule: var rule } when rule == AccessRules.TooMany => StatusCodes.Status429TooManyRequests,
        { Rule: var rule } when rule == AccessRules.StaleForm => StatusCodes.Status400BadRequest,
        { Rule: var rule } when rule == AccessRules.NotKept || rule == AccessRules.Unreadable || rule == AccessRules.NoProvider => StatusCodes.Status503ServiceUnavailable,
        { Rule: var rule } when rule == InboundRules.TooLarge => StatusCodes.Status413PayloadTooLarge,
        { Rule: var rule } when rule == InboundRules.TooMany => StatusCodes.Status429TooManyRequests,
        { Rule: var rule } when rule == InboundRules.NotUnderstood => StatusCodes.Status400BadRequest,
        { Rule: var rule } when rule == InboundRules.CannotKeep => StatusCodes.Status503ServiceUnavailable,
        { Rule: var rule } when rule == ServeRules.ForeignHost => StatusCodes.Status421MisdirectedRequest,
        { Rule: var rule } when rule == ServeRules.Busy || rule == WarehouseRules.NothingPublished => StatusCodes.Status503ServiceUnavailable,
        { Rule: var rule } when rule == ServeRules.TooLong => StatusCodes.Status504GatewayTimeout,

        // Questions and how they are put.
        { Code: ['M', 'R', 'T', '2', '2', ..] or ['M', 'R', 'T', '5', '0', ..] } => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status500InternalServerError,
    };
}
