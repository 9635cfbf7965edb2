using System.Text;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Directory.Profile;

/// <summary>A firm in other forms than its page: for the address book, for programs, for the camera.</summary>
public static class CompanyFiles
{
    public static void MapCompanyFiles(this WebApplication app)
    {
        var files = app.MapGroup("/firma").Requires(Resource.Directory, Act.Read).CacheOutput(PublicPages.Policy).WithETag().ExcludeFromDescription();
        files.MapGet("/{slug}.vcf", (string slug, HttpContext http, AppDb db, CancellationToken cancel) => Answer(slug, ".vcf", http, db, firm =>
            TypedResults.File(Encoding.UTF8.GetBytes(VCard.Of(firm, Address(http, firm))), VCard.ContentType, $"{firm.Slug}.vcf"), cancel));
        files.MapGet("/{slug}.json", (string slug, HttpContext http, AppDb db, CancellationToken cancel) => Answer(slug, ".json", http, db, TypedResults.Ok, cancel));
        files.MapGet("/{slug}/qr", (string slug, HttpContext http, AppDb db, CancellationToken cancel) => Answer(slug, "/qr", http, db, firm =>
            TypedResults.Text(QrCode.Svg(Address(http, firm)), QrCode.ContentType), cancel));
    }

    private static async Task<IResult> Answer(string slug, string suffix, HttpContext http, AppDb db, Func<CompanyView, IResult> show, CancellationToken cancel) =>
        await db.FindFirm(slug, http.RequestServices.GetRequiredService<Me>(), cancel) switch
        {
            { Company: { } firm } => show(firm),
            { MovedTo: { } now } => TypedResults.LocalRedirect($"{http.Request.PathBase}/firma/{now}{suffix}", permanent: true),
            { IsGone: true } => TypedResults.StatusCode(StatusCodes.Status410Gone),
            _ => TypedResults.NotFound(),
        };

    private static string Address(HttpContext http, CompanyView firm) => http.Request.PublicUrl($"/firma/{firm.Slug}", http.Request.IsEnglish());
}
