using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using Norda.Platform;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Home.Documentation;

/// <summary>The API described for programs (/openapi/v1.json, OpenAPI 3.1) and for people (/api).</summary>
public static class DocumentationModule
{
    public const string Document = "v1";

    public static void AddDocumentation(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(new SitePage("Opis API", "/api", "openapi,json,dane,programiści,integracja"));
        builder.Services.AddOpenApi(Document, api =>
        {
            api.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            api.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
            api.AddDocumentTransformer(Introduce);
            api.AddOperationTransformer(CommonAnswers.Add);
            api.AddSchemaTransformer(CommonAnswers.Open);
        });
    }

    public static void MapDocumentation(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json").Requires(Resource.Documentation, Act.Read).CacheOutput(cache => cache.Expire(TimeSpan.FromHours(1))).WithETag();
        app.MapGet("/api/scalar.js", ApiReader.Script).Requires(Resource.Asset, Act.Read).ExcludeFromDescription();
    }

    private static Task Introduce(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancel)
    {
        var chamber = context.ApplicationServices.GetRequiredService<IOptions<ChamberOptions>>().Value;
        document.Info = new OpenApiInfo
        {
            Title = $"{chamber.Name} API",
            Version = Document,
            Summary = "The chamber's directory of member companies as JSON.",
            Description = """
                The directory and its search are open: no key, no sign-in. Notices are one's own and need the session of who is signed in. Addresses, parameters and fields are in English, values are as in the directory, in Polish.

                - **Errors** are problem details (RFC 9457, `application/problem+json`).
                - **Caching**: answers carry an `ETag`; send it back in `If-None-Match` and get 304 when nothing changed.
                - **Limits**: 120 questions a minute from one address unless the operator set another number; above it 429 with `Retry-After`.
                """,
            Contact = chamber.Email is null ? null : new OpenApiContact { Name = chamber.Owner, Email = chamber.Email },
        };
        document.Tags = new HashSet<OpenApiTag>
        {
            new() { Name = "Directory", Description = "Firms and the chamber's lists." },
            new() { Name = "Search", Description = "Help while typing." },
            new() { Name = "Notifications", Description = "What the signed-in person was told." },
        };
        return Task.CompletedTask;
    }
}
