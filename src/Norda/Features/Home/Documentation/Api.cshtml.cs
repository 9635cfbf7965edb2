using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Home.Documentation;

/// <summary>The reference for people. Scalar draws it in the browser, from its package; nothing comes from another host.</summary>
[Access(Resource.Documentation, Act.Read)]
public class ApiModel(IOptions<ChamberOptions> chamber) : PageModel
{
    /// <summary>
    /// The site's policy with one difference, for this page only: Scalar puts its styles into style elements and attributes, and draws
    /// small pictures from data addresses. Scripts stay those of this server, so what could be injected is a look, not an act.
    /// </summary>
    private static readonly string Policy = SecurityHeaders.ContentPolicy
        .Replace("style-src 'self'", "style-src 'self' 'unsafe-inline'", StringComparison.Ordinal)
        .Replace("img-src 'self'", "img-src 'self' data:", StringComparison.Ordinal);

    public ChamberOptions Chamber => chamber.Value;

    public void OnGet() => Response.Headers.ContentSecurityPolicy = Policy;
}
