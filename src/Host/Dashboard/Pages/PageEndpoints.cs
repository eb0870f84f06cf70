using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Merit.Host.Dashboard.Pages;

/// <summary>The pages.</summary>
internal static class PageEndpoints
{
    public static void MapPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/", ExplorePage.ShowAsync);
        app.MapGet("/explore", ExplorePage.ShowAsync);
    }
}
