using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.EntityFrameworkCore;
using Microsoft.OpenApi;
using Norda.Data;
using Norda.Features.Membership.Joining;
using Norda.Platform.Access;

namespace Norda.Features.Membership.Deciding;

/// <summary>Declarations as JSON, for the office.</summary>
public static class DeclarationsApi
{
    private const int PageSize = 100;
    private const int LastPage = 10_000;

    public static void MapDeclarationsApi(this WebApplication app) => app.MapGet("/api/v1/declarations", Declarations).WithTags("Members").Requires(Resource.Declaration, Act.Read)
        .WithName("declarations").WithSummary("Declarations of firms that ask to be let in").WithDescription($"Newest first, {PageSize} a page; for the office.").AddOpenApiOperationTransformer(Describe);

    private static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
            (parameter.Description, parameter.Example) = parameter.Name switch
            {
                "status" => ("Only declarations in this state.", "incomplete"),
                _ => ("Page of the answer, from 1.", (JsonNode)1),
            };
        if (operation.Responses?.GetValueOrDefault("200") is OpenApiResponse answer)
            answer.Description = "A page of declarations.";
        return Task.CompletedTask;
    }

    private static async Task<Results<Ok<DeclarationList>, ValidationProblem>> Declarations(AppDb db, HttpResponse response, string? status, int? page, CancellationToken cancel)
    {
        response.Headers.CacheControl = "no-store";
        var number = Math.Clamp(page ?? 1, 1, LastPage);
        DeclarationStatus? only = Enum.GetValues<DeclarationStatus>().Cast<DeclarationStatus?>().FirstOrDefault(s => string.Equals(s.ToString(), status, StringComparison.OrdinalIgnoreCase));
        if (status is not null && only is null)
            return TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["status"] = ["submitted, incomplete, complete, admitted, refused, appealed or withdrawn"] });
        var rows = db.Set<Declaration>().Where(d => only == null || d.Status == only);
        var found = await rows.OrderByDescending(d => d.SubmittedAt).ThenByDescending(d => d.Id).Skip((number - 1) * PageSize).Take(PageSize).Select(d => new
        {
            d.Id, d.Status, d.Nip, d.Name, d.Town, d.RepresentativeName, d.Kind, d.Staff, d.Papers, d.Asked, d.SubmittedAt, d.DecidedAt, d.AppealUntil, IsFromPaper = d.EnteredBy != null,
            Member = d.Member == null ? null : (int?)d.Member.Number, NewFiles = db.Set<DeclarationFile>().Count(f => f.DeclarationId == d.Id && f.CheckedAt == null),
        }).ToListAsync(cancel);
        var items = found.ConvertAll(d => new DeclarationItem(
            d.Id, d.Status, d.Nip, d.Name, d.Town, d.RepresentativeName, d.Kind, d.Staff, DeclarationPapers.Read(d.Papers), DeclarationPapers.Missing(d.Papers, d.Asked), d.NewFiles, d.IsFromPaper, d.SubmittedAt, d.DecidedAt, d.AppealUntil, d.Member));
        return TypedResults.Ok(new DeclarationList(items, await rows.CountAsync(cancel), number, PageSize));
    }
}

/// <summary>A page of declarations as JSON.</summary>
public sealed record DeclarationList(IReadOnlyList<DeclarationItem> Items, int Total, int Page, int PageSize);

/// <summary>One declaration. Papers: what is in the office; missing: what it waits for; new files: sent and not looked at yet; times in UTC.</summary>
public sealed record DeclarationItem(
    int Id, DeclarationStatus Status, string Nip, string Name, string? Town, string Representative, MemberKind Kind, int Staff, IReadOnlyList<DeclarationPaper> Papers, IReadOnlyList<DeclarationPaper> Missing, int NewFiles,
    bool IsFromPaper, DateTime SubmittedAt, DateTime? DecidedAt, DateOnly? AppealUntil, int? MemberNumber);
