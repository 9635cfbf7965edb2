using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Data.Search;
using Norda.Features.Directory.Catalog;
using Norda.Features.Directory.Profile;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Directory;

/// <summary>The directory as JSON. Addresses, parameters and fields are English; values are as in the directory.</summary>
public static class DirectoryApi
{
    public static void MapDirectoryApi(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1").WithTags("Directory").Requires(Resource.Directory, Act.Read).CacheOutput(PublicPages.Policy).WithETag();
        api.MapGet("/companies", Companies).WithName("companies").WithSummary("Find firms").AddOpenApiOperationTransformer(CompaniesDescription.List);
        api.MapGet("/companies/{slug}", Firm).WithName("company").WithSummary("One firm").WithDescription("Everything that its public page shows.").AddOpenApiOperationTransformer(CompaniesDescription.One);
        api.MapGet("/categories", async (AppDb db, CancellationToken cancel) => TypedResults.Ok(
            await db.Categories.OrderBy(c => c.SortOrder).ThenBy(c => c.Name).Select(c => new DictionaryItem(c.Slug, c.Name, c.Description, db.Companies.Listed().Count(x => x.CategoryId == c.Id))).ToListAsync(cancel)))
            .WithName("categories").WithSummary("Branches").WithDescription("With the number of firms in each.").AddOpenApiOperationTransformer(CompaniesDescription.Dictionary);
        api.MapGet("/services", async (AppDb db, int? page, CancellationToken cancel) => TypedResults.Ok(
            await db.Services.OrderBy(s => s.Slug).Skip(Skip(page)).Take(DictionaryPage).Select(s => new DictionaryItem(s.Slug, s.Name, s.Description, db.Companies.Listed().Count(c => c.Services.Any(x => x.ServiceId == s.Id)))).ToListAsync(cancel)))
            .WithName("services").WithSummary("Services").WithDescription($"With the number of firms that offer each, {DictionaryPage} a page.").AddOpenApiOperationTransformer(CompaniesDescription.Dictionary);
        api.MapGet("/competencies", async (AppDb db, int? page, CancellationToken cancel) => TypedResults.Ok(
            await db.Competencies.OrderBy(s => s.Slug).Skip(Skip(page)).Take(DictionaryPage).Select(s => new DictionaryItem(s.Slug, s.Name, s.Description, db.Companies.Listed().Count(c => c.Competencies.Any(x => x.CompetencyId == s.Id)))).ToListAsync(cancel)))
            .WithName("competencies").WithSummary("Competencies").WithDescription($"With the number of firms that have each, {DictionaryPage} a page.").AddOpenApiOperationTransformer(CompaniesDescription.Dictionary);
    }

    private const int DictionaryPage = 200;

    private static int Skip(int? page) => (Math.Clamp(page ?? 1, 1, 10_000) - 1) * DictionaryPage;

    private static async Task<Results<Ok<CompanyList>, ValidationProblem>> Companies(HttpRequest request, ISearchIndex search, CancellationToken cancel)
    {
        var (question, errors) = CatalogQuery.Read(request.Query, CatalogNames.Api);
        if (errors.Count > 0)
            return TypedResults.ValidationProblem(errors);
        return TypedResults.Ok(CompanyList.Of(await search.Find(question, cancel), question));
    }

    private static async Task<Results<Ok<CompanyView>, RedirectHttpResult, NotFound, StatusCodeHttpResult>> Firm(string slug, AppDb db, Me me, CancellationToken cancel) =>
        await db.FindFirm(slug, me, cancel) switch
        {
            { Company: { } firm } => TypedResults.Ok(firm),
            { MovedTo: { } now } => TypedResults.Redirect($"/api/v1/companies/{now}", permanent: true),
            { IsGone: true } => TypedResults.StatusCode(StatusCodes.Status410Gone),
            _ => TypedResults.NotFound(),
        };
}
