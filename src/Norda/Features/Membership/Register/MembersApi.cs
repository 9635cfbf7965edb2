using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Membership.Register;

/// <summary>The register of members as JSON, as of any day.</summary>
public static class MembersApi
{
    private const int PageSize = 100;
    private const int LastPage = 10_000;

    public static void MapMembersApi(this WebApplication app) => app.MapGet("/api/v1/members", Members).WithTags("Members").Requires(Resource.Member, Act.Read)
        .WithName("members").WithSummary("Members as of a day").WithDescription($"By name, {PageSize} a page; for the staff. Without a status, those who are in the chamber on that day.").AddOpenApiOperationTransformer(Describe);

    private static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
            (parameter.Description, parameter.Example) = parameter.Name switch
            {
                "on" => ("The day; without it, today in Warsaw.", "2026-06-30"),
                "status" => ("Only members with this computed status on that day.", "current"),
                _ => ("Page of the answer, from 1.", (JsonNode)1),
            };
        if (operation.Responses?.GetValueOrDefault("200") is OpenApiResponse answer)
            answer.Description = "A page of members.";
        return Task.CompletedTask;
    }

    private static async Task<Results<Ok<RegisteredMemberList>, ValidationProblem>> Members(MemberList list, TimeProvider clock, HttpResponse response, DateOnly? on, string? status, int? page, CancellationToken cancel)
    {
        response.Headers.CacheControl = "no-store";
        var (day, number) = (on ?? clock.Today(), Math.Clamp(page ?? 1, 1, LastPage));
        MemberStatus? only = Enum.GetValues<MemberStatus>().Cast<MemberStatus?>().FirstOrDefault(s => string.Equals(s.ToString(), status, StringComparison.OrdinalIgnoreCase));
        if (status is not null && only is null)
            return TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["status"] = ["pending, new, current, grace, suspended or ended"] });
        var question = new MemberQuestion(day, only is { } one ? MemberQuestion.Name(one) : MemberQuestion.Inside, null, null, number);
        var counts = await list.Counts(question, cancel);
        var total = counts.Where(c => only is { } chosen ? c.Key == chosen : Standing.Inside.Contains(c.Key)).Sum(c => c.Value);
        var items = await list.Page(question, (number - 1) * PageSize, PageSize, cancel);
        return TypedResults.Ok(new RegisteredMemberList([.. items.Select(i => RegisteredMember.Of(i.Row, i.Status))], day, total, number, PageSize));
    }
}

/// <summary>A page of members as JSON; on: the day of which it tells.</summary>
public sealed record RegisteredMemberList(IReadOnlyList<RegisteredMember> Items, DateOnly On, int Total, int Page, int PageSize);

/// <summary>One membership on that day.</summary>
public sealed record RegisteredMember(
    int Number, string Company, string CompanyName, string? Nip, string? Town, MemberKind Kind, MemberStatus Status, DateOnly Since, DateOnly? Until, string? Band, int? Staff, string? Representative, string? Resolution)
{
    internal static RegisteredMember Of(MemberRow row, MemberStatus status) =>
        new(row.Number, row.Slug, row.Name, row.Nip, row.Town, row.Kind, status, row.Since, row.Until, row.Band, row.Staff, row.Representative, row.Resolution);
}
