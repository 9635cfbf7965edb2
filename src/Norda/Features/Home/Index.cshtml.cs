using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Options;
using Norda.Data;
using Norda.Features.Directory;
using Norda.Features.News;
using Norda.Features.Shared;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Home;

/// <summary>The front door: what this is, a question, and the ways into the directory.</summary>
[Access(Resource.Page, Act.Read)]
[OutputCache(PolicyName = PublicPages.Policy, Tags = [NewsShelf.Policy])]
public class IndexModel(AppDb db, NewsShelf news, IOptions<ChamberOptions> chamber, Assets assets) : PageModel
{
    private static readonly JsonSerializerOptions Letters = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public Landing Landing { get; private set; } = null!;
    public IReadOnlyList<NewsLine> News { get; private set; } = [];
    public ChamberOptions Chamber => chamber.Value;

    public async Task OnGet(CancellationToken cancel) => (Landing, News) = (await Landing.Read(db, cancel), await news.Newest(cancel));

    /// <summary>The chamber and its site, with the search that search engines may offer.</summary>
    public string About()
    {
        var home = Request.PublicUrl("/", Request.IsEnglish());
        var organization = new Dictionary<string, object?>
        {
            ["@type"] = "Organization", ["@id"] = Request.PublicUrl("/#izba"), ["name"] = Chamber.Owner, ["url"] = Request.PublicUrl("/"),
            ["logo"] = Request.PublicUrl(assets[(Chamber.Logo ?? "/logo.svg").TrimStart('/')]),
        };
        if (Chamber.Phone is not null)
            organization["telephone"] = Chamber.Phone;
        if (Chamber.Email is not null)
            organization["email"] = Chamber.Email;
        return JsonSerializer.Serialize(new Dictionary<string, object?>
        {
            ["@context"] = "https://schema.org",
            ["@graph"] = new object[]
            {
                organization,
                new Dictionary<string, object?>
                {
                    ["@type"] = "WebSite", ["name"] = Chamber.Name, ["url"] = home, ["inLanguage"] = Request.IsEnglish() ? "en" : "pl",
                    ["publisher"] = new Dictionary<string, string> { ["@id"] = Request.PublicUrl("/#izba") },
                    ["potentialAction"] = new Dictionary<string, object?>
                    {
                        ["@type"] = "SearchAction", ["query-input"] = "required name=search_term_string",
                        ["target"] = new Dictionary<string, string> { ["@type"] = "EntryPoint", ["urlTemplate"] = Request.PublicUrl("/katalog?q={search_term_string}", Request.IsEnglish()) },
                    },
                },
            },
        }, Letters);
    }
}
