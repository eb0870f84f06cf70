using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Merit.Host.Dashboard;

/// <summary>Writes what was asked for.</summary>
internal static class Answers
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Task WriteAsync(HttpContext context, JsonNode body, string type = "application/json") => WriteAsync(context, body.ToJsonString(Json), type);

    public static Task HtmlAsync(HttpContext context, string page) => WriteAsync(context, page, "text/html; charset=utf-8");

    /// <summary>A file as it is.</summary>
    public static async Task FileAsync(HttpContext context, FileInfo file, string type)
    {
        context.Response.ContentType = type;
        await context.Response.SendFileAsync(file.FullName, context.RequestAborted);
    }

    public static Task WriteAsync(HttpContext context, string text, string type) => WriteAsync(context, Encoding.UTF8.GetBytes(text), type);

    public static async Task WriteAsync(HttpContext context, byte[] bytes, string type)
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }
}
