using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Norda.Features.Shared.TagHelpers;

/// <summary>&lt;badge kind="warn"&gt;kończy się za 84 dni&lt;/badge&gt;; kinds: ok, warn, bad, brand, or none.</summary>
[HtmlTargetElement("badge")]
public sealed class BadgeTagHelper : TagHelper
{
    public string? Kind { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.Attributes.SetAttribute("class", Kind is null ? "badge" : $"badge badge-{Kind}");
    }
}
