using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Norda.Data.Search;

namespace Norda.Features.Directory.Catalog;

/// <summary>&lt;marked text="…" by="Found.Highlighter" /&gt; writes a text with the words that were asked for in &lt;mark&gt;.</summary>
[HtmlTargetElement("marked", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MarkedTagHelper : TagHelper
{
    public string Text { get; set; } = "";
    public Highlighter? By { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        foreach (var part in By?.Mark(Text) ?? [new TextPart(Text, false)])
        {
            if (!part.Marked)
            {
                output.Content.Append(part.Text);
                continue;
            }

            var mark = new TagBuilder("mark");
            mark.InnerHtml.Append(part.Text);
            output.Content.AppendHtml(mark);
        }
    }
}
