using Merit.Host.Access;
using Merit.Host.Dashboard.Api;
using Merit.Host.Dashboard.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Merit.Host.Tests.Access;

/// <summary>Who may see what, address by address.</summary>
public sealed class RightTests
{
    [Fact]
    public void Every_address_that_is_served_says_who_may_see_it() => Assert.All(Served(), path => Assert.True(Right.Declared(path) is not null, $"Right.cs does not say who may see {path}"));

    [Theory]
    [InlineData("/", Role.Viewer, false)]
    [InlineData("/campaigns", Role.Viewer, false)]
    [InlineData("/Campaigns", Role.Viewer, false)]
    [InlineData("/reports", Role.Viewer, false)]
    [InlineData("/reports/", Role.Viewer, false)]
    [InlineData("/reports/overview.html", Role.Viewer, true)]
    [InlineData("/reports/live/overview", Role.Viewer, false)]
    [InlineData("/data", Role.Viewer, true)]
    [InlineData("/explore", Role.Analyst, false)]
    [InlineData("/explore.csv", Role.Analyst, false)]
    [InlineData("/explore.xlsx", Role.Analyst, false)]
    [InlineData("/explain", Role.Analyst, false)]
    [InlineData("/api/query", Role.Analyst, false)]
    [InlineData("/api/anything-new", Role.Analyst, false)]
    [InlineData("/api/runs", Role.Analyst, true)]
    [InlineData("/mcp", Role.Analyst, false)]
    [InlineData("/schedules", Role.Admin, true)]
    [InlineData("/anything-new", Role.Admin, true)]
    [InlineData("/campaignsx", Role.Admin, true)]
    [InlineData("/signinx", Role.Admin, true)]
    [InlineData("", Role.Viewer, false)]
    public void An_address_is_for_a_role(string path, object role, bool whole) => Assert.Equal(new Right((Role)role, whole), Right.Of(path));

    [Theory]
    [InlineData("/signin")]
    [InlineData("/signout")]
    [InlineData("/assets/0123/dashboard.css")]
    [InlineData("/in/form")]
    [InlineData("/q/poster")]
    public void What_anybody_may_reach_is_little(string path) => Assert.Null(Right.Of(path).Role);

    [Theory]
    [InlineData("/explore?metrics=cost", "/explore?metrics=cost")]
    [InlineData("//stranger.example", "/")]
    [InlineData("/\\stranger.example", "/")]
    [InlineData("https://stranger.example", "/")]
    [InlineData("/a\nb", "/")]
    [InlineData("", "/")]
    [InlineData("/", "/")]
    public void Who_signed_in_is_led_to_this_site_alone(string asked, string led) => Assert.Equal(led, SignIn.Local(asked));

    private static IEnumerable<string> Served()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        app.MapApi();
        app.MapAgents();
        app.MapPages();
        return [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(d => d.Endpoints).OfType<RouteEndpoint>().Select(e => "/" + e.RoutePattern.RawText?.TrimStart('/').Replace("{name}", "x", StringComparison.Ordinal)).Distinct()];
    }
}
