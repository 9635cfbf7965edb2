using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.EntityFrameworkCore;
using Microsoft.OpenApi;
using Norda.Data;
using Norda.Platform.Access;

namespace Norda.Features.Fees;

/// <summary>Fees as JSON: all of them for the staff, those of one's own firms for people of firms.</summary>
public static class FeesApi
{
    private const int PageSize = 100;
    private const int LastPage = 10_000;

    public static void MapFeesApi(this WebApplication app) => app.MapGet("/api/v1/fees", Fees).WithTags("Fees").Requires(Resource.FeeList, Act.Read)
        .WithName("fees").WithSummary("Fees of a year").WithDescription($"Newest month first, {PageSize} a page. The staff reads all firms, others their own.").AddOpenApiOperationTransformer(Describe);

    private static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
            (parameter.Description, parameter.Example) = parameter.Name switch
            {
                "year" => ("Year that the fees are for; without it, all.", 2026),
                "company" => ("Slug of one firm.", "metal-port-zolkiewski"),
                _ => ("Page of the answer, from 1.", (JsonNode)1),
            };
        if (operation.Responses?.GetValueOrDefault("200") is OpenApiResponse answer)
            answer.Description = "A page of fees.";
        return Task.CompletedTask;
    }

    private static async Task<Ok<FeeList>> Fees(AppDb db, Me me, HttpResponse response, int? year, string? company, int? page, CancellationToken cancel)
    {
        response.Headers.CacheControl = "no-store";
        var own = me.Companies.Where(c => c.Role >= CompanyRole.Editor).Select(c => c.CompanyId).ToList();
        var fees = db.Set<Fee>().AsQueryable();
        if (!AccessTable.Allows(me, Resource.Fee, Act.Read))
            fees = fees.Where(f => own.Contains(f.CompanyId));
        if (year is { } only)
            fees = fees.Where(f => f.FeeYear == only);
        if (company is { Length: > 0 })
            fees = fees.Where(f => f.Company.Slug == company);
        var number = Math.Clamp(page ?? 1, 1, LastPage);
        var items = await fees.OrderByDescending(f => f.FeeYear).ThenByDescending(f => f.FeeMonth).ThenBy(f => f.Id).Skip((number - 1) * PageSize).Take(PageSize)
            .Select(f => new FeeItem(f.Company.Slug, f.Company.Name, f.FeeYear, f.FeeMonth, f.ThroughMonth, f.Amount, f.Waived, f.AmountPaid, f.CancelledAt == null ? f.Amount - f.Waived - f.AmountPaid : 0, f.Status, f.DueDate, f.PaymentDate)).ToListAsync(cancel);
        return TypedResults.Ok(new FeeList(items, await fees.CountAsync(cancel), number, PageSize));
    }
}

/// <summary>A page of fees as JSON.</summary>
public sealed record FeeList(IReadOnlyList<FeeItem> Items, int Total, int Page, int PageSize);

/// <summary>One fee. Amounts in PLN; left: what is still to be paid.</summary>
public sealed record FeeItem(
    string Company, string CompanyName, int Year, int Month, int ThroughMonth, decimal Amount, decimal Waived, decimal Paid, decimal Left, FeeStatus Status, DateOnly Due, DateOnly? PaidOn);
