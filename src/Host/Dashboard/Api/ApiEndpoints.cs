using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Merit.Host.Dashboard.Api;

/// <summary>What other programs can ask.</summary>
internal static class ApiEndpoints
{
    public const string Root = "/api";

    public static void MapApi(this IEndpointRouteBuilder app) => app.MapGet($"{Root}/query", QueryEndpoint.AnswerAsync);
}
