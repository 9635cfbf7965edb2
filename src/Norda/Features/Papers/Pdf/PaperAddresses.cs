using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Directory;
using Norda.Features.Mail;
using Norda.Platform.Access;

namespace Norda.Features.Papers.Pdf;

/// <summary>Where papers are fetched: the office any of them, people of a firm those of their own.</summary>
public static class PaperAddresses
{
    private const string Type = "application/pdf";

    public static void MapPaperFiles(this WebApplication app)
    {
        app.MapGet("/skladki/pisma/{id:int}.pdf", Issued).Requires(Resource.FeeList, Act.Read).ExcludeFromDescription();
        app.MapGet("/skladki/zestawienie/{slug}.pdf", (string slug, AppDb db, Me me, PaperFiles files, HttpResponse response, CancellationToken cancel) => OfFirm(slug, db, me, response, files.Statement, cancel)).Requires(Resource.FeeList, Act.Read).ExcludeFromDescription();
        app.MapGet("/skladki/zaswiadczenie/{slug}.pdf", (string slug, AppDb db, Me me, PaperFiles files, HttpResponse response, CancellationToken cancel) => OfFirm(slug, db, me, response, files.Confirmation, cancel)).Requires(Resource.FeeList, Act.Read).ExcludeFromDescription();
        app.MapGet("/skladki/karta/{slug}.pdf", (string slug, AppDb db, Me me, PaperFiles files, HttpResponse response, CancellationToken cancel) => OfFirm(slug, db, me, response, files.Card, cancel)).Requires(Resource.FeeList, Act.Read).ExcludeFromDescription();
        app.MapGet("/biuro/skladki/wysylka/{id:int}/pisma.pdf", (int id, PaperFiles files, HttpResponse response, CancellationToken cancel) => ForPost(id, files, response, p => p.Papers, cancel)).Requires(Resource.Fee, Act.Read).ExcludeFromDescription();
        app.MapGet("/biuro/skladki/wysylka/{id:int}/etykiety.pdf", (int id, PaperFiles files, HttpResponse response, CancellationToken cancel) => ForPost(id, files, response, p => p.Labels, cancel)).Requires(Resource.Fee, Act.Read).ExcludeFromDescription();
    }

    private static async Task<IResult> Issued(int id, AppDb db, Me me, PaperFiles files, HttpResponse response, CancellationToken cancel)
    {
        var firms = Own(db, me);
        return File(await files.Issued(db.Set<Paper>().Where(p => p.Id == id && firms.Any(c => c.Id == p.CompanyId)), cancel), response);
    }

    private static async Task<IResult> OfFirm(string slug, AppDb db, Me me, HttpResponse response, Func<int, CancellationToken, Task<LetterFile?>> file, CancellationToken cancel) =>
        await Own(db, me).Where(c => c.Slug == slug).Select(c => (int?)c.Id).SingleOrDefaultAsync(cancel) is { } firm ? File(await file(firm, cancel), response) : Results.NotFound();

    private static async Task<IResult> ForPost(int id, PaperFiles files, HttpResponse response, Func<(LetterFile Papers, LetterFile Labels), LetterFile> choose, CancellationToken cancel) =>
        File(await files.ForPost(id, cancel) is { } both ? choose(both) : null, response);

    private static IResult File(LetterFile? file, HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        return file is null ? Results.NotFound() : Results.File(file.Content, Type, file.Name);
    }

    private static IQueryable<Company> Own(AppDb db, Me me)
    {
        if (AccessTable.Allows(me, Resource.Fee, Act.Read))
            return db.Companies;
        var own = me.Companies.Where(c => c.Role >= CompanyRole.Editor).Select(c => c.CompanyId).ToList();
        return db.Companies.Where(c => own.Contains(c.Id));
    }
}
