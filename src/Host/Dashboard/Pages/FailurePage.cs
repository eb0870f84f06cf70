using Merit.Diagnostics;
using Merit.Host.Reports.Writers.Html;
using Microsoft.AspNetCore.Http;

namespace Merit.Host.Dashboard.Pages;

/// <summary>A page that cannot be shown says why, where, and what to do.</summary>
internal static class FailurePage
{
    public static Task WriteAsync(HttpContext context, IReadOnlyList<Diagnostic> findings)
    {
        context.Response.StatusCode = Problem.StatusOf(findings);
        var view = new View(context);
        var list = string.Concat(findings.Select(f => Html.Raw(
            "li", "", Html.Element("p", "place", $"{f.At}") + Html.Element("p", "", f.Message) + Html.Element("p", "", f.NextStep) + Html.Element("p", "note", f.Code))));
        return Answers.HtmlAsync(context, Frame.Write(view, new Content { Title = view.Words["site.failed"], Main = Html.Raw("ul", "findings", list) }));
    }
}
