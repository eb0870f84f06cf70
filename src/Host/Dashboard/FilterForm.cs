using System.Text;
using Merit.Host.Reports.Writers.Html;

namespace Merit.Host.Dashboard;

/// <summary>
/// The filters of a page: a form whose fields become the address, so that what is seen can be kept and passed on. On a phone it is folded, and its heading says what is
/// chosen, so that the figures stand on the first screen.
/// </summary>
internal sealed class FilterForm(View view)
{
    private static readonly string[] Periods = ["all", "last-30d", "this-month", "last-month", "this-quarter", "last-quarter", "year-to-date", "this-year", "last-year"];
    private static readonly string[] Comparisons = ["none", "previous", "year-ago", "target"];

    private readonly StringBuilder _fields = new();
    private readonly List<string> _chosen = [];
    private bool _open;

    public FilterForm Period() => Text("period", view.Words["site.period"], Periods, placeholder: "2025-Q1, last-month");

    public FilterForm Compare(string usual) =>
        Choice("compare", view.Words["site.compare"], [.. Comparisons.Select(c => (c, view.Words[$"site.compare.{c}"]))], usual);

    /// <summary>A field for words, with suggestions.</summary>
    public FilterForm Text(string name, string label, IReadOnlyList<string> suggested, string? value = null, bool wide = false, string placeholder = "")
    {
        var given = value ?? Asked.Text(view.Query, name) ?? "";
        Choose(given);
        var list = suggested.Count == 0 ? "" : $" list=\"{name}-list\"";
        var options = suggested.Count == 0 ? "" : $"<datalist id=\"{name}-list\">{string.Concat(suggested.Select(s => $"<option value=\"{Html.Text(s)}\"></option>"))}</datalist>";
        _fields.Append($"<label{(wide ? " class=\"wide\"" : "")}>{Html.Text(label)}<input name=\"{name}\" autocomplete=\"off\" spellcheck=\"false\"{(placeholder.Length == 0 ? "" : $" placeholder=\"{placeholder}\"")} value=\"{Html.Text(given)}\"{list}></label>{options}");
        return this;
    }

    /// <summary>The filters: one field for each that is set, and one more.</summary>
    public FilterForm Where()
    {
        foreach (var (text, i) in view.Query["where"].OfType<string>().Where(w => w.Trim().Length > 0).Append("").Select((w, i) => (w, i)))
        {
            Choose(text);
            var label = view.Words[i == 0 ? "site.where" : "site.where-also"];
            _fields.Append($"<label class=\"wide\">{Html.Text(label)}<input name=\"where\" autocomplete=\"off\" spellcheck=\"false\" placeholder=\"channel = email\" value=\"{Html.Text(text)}\"></label>");
        }

        return this;
    }

    /// <summary>One of several.</summary>
    public FilterForm Choice(string name, string label, IReadOnlyList<(string Value, string Text)> choices, string usual)
    {
        var chosen = Asked.Text(view.Query, name) ?? usual;
        Choose(chosen == usual ? "" : choices.FirstOrDefault(c => c.Value == chosen).Text ?? "");
        var options = string.Concat(choices.Select(c => $"<option value=\"{Html.Text(c.Value)}\"{(c.Value == chosen ? " selected" : "")}>{Html.Text(c.Text)}</option>"));
        _fields.Append($"<label>{Html.Text(label)}<select name=\"{name}\">{options}</select></label>");
        return this;
    }

    /// <summary>Yes or no.</summary>
    public FilterForm Check(string name, string label)
    {
        _fields.Append($"<label class=\"check\"><input type=\"checkbox\" name=\"{name}\" value=\"true\"{(Asked.Text(view.Query, name) is "true" ? " checked" : "")}>{Html.Text(label)}</label>");
        return this;
    }

    /// <summary>Takes something along that no field shows.</summary>
    public FilterForm Keep(params IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            _fields.Append(Asked.Text(view.Query, name) is { } value ? $"<input type=\"hidden\" name=\"{name}\" value=\"{Html.Text(value)}\">" : "");
        }

        return this;
    }

    /// <summary>Takes along everything of a name that is given several times.</summary>
    public FilterForm KeepAll(string name)
    {
        foreach (var value in Asked.Names(view.Query, name))
        {
            _fields.Append($"<input type=\"hidden\" name=\"{name}\" value=\"{Html.Text(value)}\">");
        }

        return this;
    }

    /// <summary>Shows the fields also where they would be folded: there is nothing else to see yet.</summary>
    public FilterForm Open()
    {
        _open = true;
        return this;
    }

    public string Write()
    {
        var label = Html.Text(view.Words["site.form"]);
        var chosen = Html.Element("span", "chosen", string.Join(" · ", _chosen));
        return $"<details class=\"fold\"{(_open ? " open" : "")}><summary>{label}{(chosen.Length == 0 ? "" : " ")}{chosen}</summary>"
            + $"<form class=\"filters\" method=\"get\" action=\"{Html.Text(view.Path)}\" aria-label=\"{label}\">{_fields}<button type=\"submit\">{Html.Text(view.Words["site.show"])}</button></form></details>";
    }

    private void Choose(string text)
    {
        if (text.Trim().Length > 0)
        {
            _chosen.Add(text.Trim());
        }
    }
}
