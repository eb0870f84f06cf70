using Merit.Host.Reports.Writers.Html;

namespace Merit.Host.Dashboard.Pages;

/// <summary>The question of a page as a block that can be put into a template.</summary>
internal static class TemplateText
{
    public static string Shown(View view)
    {
        var text = Of(view);
        return $"<details class=\"block\"><summary>{Html.Text(view.Words["site.block"])}</summary><div class=\"text\" tabindex=\"0\" role=\"region\" aria-label=\"{Html.Text(view.Words["site.block"])}\"><pre>{Html.Text(text)}</pre></div></details>";
    }

    /// <summary>Such as <c>{{table "cost, cpl" by="channel" total=true}}</c>.</summary>
    public static string Of(View view)
    {
        var (by, shape) = (Asked.Names(view.Query, "by"), Asked.Text(view.Query, "as"));
        var metrics = string.Join(", ", Asked.Names(view.Query, "metrics"));
        var where = view.Query["where"].OfType<string>().Where(w => w.Trim().Length > 0).ToList();
        var chart = shape is "line" or "bar";
        var name = chart ? "chart" : by.Count == 0 ? "metrics" : shape is "pivot" && by.Count == 2 && Asked.Names(view.Query, "metrics").Count == 1 ? "matrix" : "table";
        var arguments = new List<string> { $"\"{metrics}\"" };
        Add("by", name is "metrics" ? null : string.Join(", ", by));
        Add("where", string.Join("; ", where));
        Add("period", Asked.Text(view.Query, "period"));
        Add("model", Asked.Text(view.Query, "model"));
        Add("kind", chart ? shape : null);
        if (name is "table" or "chart")
        {
            Add("sort", string.Join(", ", Asked.Names(view.Query, "sort")));
            arguments.AddRange(Asked.Text(view.Query, "limit") is { } limit ? [$"limit={limit}"] : []);
            arguments.AddRange(name is "table" && Asked.Text(view.Query, "total") is "true" ? ["total=true"] : []);
        }

        return $"{{{{{name} {string.Join(' ', arguments)}}}}}";

        // A double quote ends an argument, so values stand in single ones.
        void Add(string argument, string? value) => arguments.AddRange(string.IsNullOrEmpty(value) ? [] : [$"{argument}=\"{value.Replace('"', '\'')}\""]);
    }
}
