using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Dashboard;
using Merit.Host.Reports.Writers.Html;
using Microsoft.AspNetCore.Http;

namespace Merit.Host.Access;

/// <summary>Where somebody says who they are.</summary>
internal static class SignInPage
{
    public static async Task ShowAsync(HttpContext context, Diagnostic? refused)
    {
        var view = new View(context);
        var words = view.Words;
        var then = context.Request.HasFormContentType ? (await context.Request.ReadFormAsync(context.RequestAborted))["then"].ToString() : Asked.Text(view.Query, "then") ?? "";
        if (refused is not null)
        {
            context.Response.StatusCode = Problem.StatusOf([refused]);
        }

        var provider = view.State.Workspace?.Access.OpenId;
        var other = provider is null ? "" : Html.Raw("p", "other", Html.Link(View.Address(OpenId.Address, [("then", SignIn.Local(then))]), words.Say("site.signin.with", provider.Name)));
        var said = refused is null && Asked.Text(view.Query, "refused") is not null ? $"<p class=\"refused\" role=\"alert\">{Html.Text(words["site.signin.unknown"])}</p>"
            : refused is null ? "" : $"<p class=\"refused\" role=\"alert\">{Html.Text(words[refused.Rule == AccessRules.TooMany ? "site.signin.many" : "site.signin.wrong"])} <span class=\"note\">{refused.Code}</span></p>";
        var form = $"""
            <form class="filters signin" method="post" action="{Html.Text(View.Address(SignIn.Address, [("lang", Asked.Text(view.Query, "lang"))]))}">
            {Forms.Token(context)}<input type="hidden" name="then" value="{Html.Text(SignIn.Local(then))}">
            <label>{Html.Text(words["site.signin.name"])}<input name="name" autocomplete="username" autocapitalize="none" spellcheck="false" required autofocus></label>
            <label>{Html.Text(words["site.signin.password"])}<input name="password" type="password" autocomplete="current-password" required></label>
            <button type="submit">{Html.Text(words["site.signin"])}</button>
            </form>
            """;
        await Answers.HtmlAsync(context, Frame.Write(view, new Content { Title = words["site.signin"], Lead = words.Say("site.signin.lead", view.Name), Main = said + other + form, IsBare = true }));
    }
}
