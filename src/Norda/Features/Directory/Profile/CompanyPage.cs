using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Norda.Data;
using Norda.Features.Directory.Map;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Directory.Profile;

/// <summary>A page about one firm: the profile and the card to print are two of them.</summary>
public abstract class CompanyPage(AppDb db, Me me, TimeProvider clock, PageAge age) : PageModel
{
    private const int MapWidth = 352;
    private const int MapHeight = 196;

    public CompanyView Firm { get; private set; } = null!;

    /// <summary>Set when the firm left the directory; the page then says so.</summary>
    public GoneCompany? Gone { get; private set; }

    public DateOnly Today { get; } = clock.Today();
    public string Address => Request.PublicUrl($"/firma/{Firm.Slug}", Request.IsEnglish());
    public IReadOnlyList<ContactGroup> Contacts => field ??= ContactGroup.Of(Firm);
    public CompanyLinks Links => field ??= new CompanyLinks(Firm);

    /// <summary>What a firm wrote of itself is Polish on the English page too.</summary>
    public string? DataLanguage => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is "pl" ? null : "pl";

    /// <summary>Only a file of our own: the content policy lets no other picture in.</summary>
    public string? LogoAddress => Firm.Logo is ['/', ..] logo ? Request.PublicUrl(logo) : null;

    public MapView? Map => BaseMap.Find(Firm.Address.Latitude, Firm.Address.Longitude, Firm.Address.Town) is { } place
        ? new MapView(string.Join(", ", new[] { Firm.Name, Firm.Address.Town }.OfType<string>()), [new Pin(Firm.Name[..1].ToUpperInvariant(), Firm.Name, place, Active: true)], MapWidth, MapHeight)
        : null;

    /// <param name="suffix">What follows the slug in the address of this page.</param>
    protected async Task<IActionResult> Open(string slug, string suffix, CancellationToken cancel)
    {
        var found = await db.FindFirm(slug, me, cancel);
        if (found.MovedTo is { } now)
            return LocalRedirectPermanent(Url.Content($"~/firma/{now}{suffix}"));
        if (found.Gone is not null)
        {
            Gone = found.Gone;
            Response.StatusCode = StatusCodes.Status410Gone;
            return Page();
        }

        if (found.Company is null)
            return NotFound();
        Firm = found.Company;
        return IsKnown(age.Of(Firm)) ? StatusCode(StatusCodes.Status304NotModified) : Page();
    }

    private bool IsKnown(DateTimeOffset modified)
    {
        Response.GetTypedHeaders().LastModified = modified;
        var asked = Request.GetTypedHeaders();
        return !me.IsSignedIn && asked.IfNoneMatch.Count == 0 && asked.IfModifiedSince >= modified;
    }
}
