using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;

namespace Norda.Features.Shared;

/// <summary>
/// What a page is about, for search engines: &lt;script type="application/ld+json"&gt;@(new JsonLd(…))&lt;/script&gt;.
/// Data, not script, so the content policy lets it be; the encoder leaves nothing that could end the element.
/// </summary>
public sealed class JsonLd(IReadOnlyDictionary<string, object?> content) : IHtmlContent
{
    private static readonly JsonSerializerOptions Letters = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => writer.Write(JsonSerializer.Serialize(content, Letters));
}
