using Merit.Diagnostics;
using Merit.Host.Reports.Wording;
using Merit.Host.Reports.Writers.Html;
using Microsoft.AspNetCore.Http;

namespace Merit.Host.Dashboard.Pages;

/// <summary>A page that cannot be shown says why, and what to do.</summary>
internal static class FailurePage
{
    public static Task WriteAsync(HttpContext context, IReadOnlyList<Diagnostic> findings)
    {
        context.Response.StatusCode = Problem.StatusOf(findings);
        var list = string.Concat(findings.Select(f => Html.Raw("li", "", Html.Element("p", "", $"{f.At}") + Html.Element("p", "", f.Message) + Html.Element("p", "note", $"{f.NextStep} ({f.Code})"))));
        return Answers.HtmlAsync(context, HtmlPage.Write(Words.For("en"), "Merit", Html.Element("h1", "", "Merit"), Html.Raw("ul", "", list), []));
    }
}
