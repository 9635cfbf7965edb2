using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Norda.Data.Search;
using Norda.Features.Directory.Catalog;

namespace Norda.Features.Directory;

/// <summary>What the code of the directory's API does not say by itself: parameters that are read by hand, and examples.</summary>
internal static class CompaniesDescription
{
    private static readonly Dictionary<FilterGroup, (string Text, string Example)> Filters = new()
    {
        [FilterGroup.Category] = ("Branches", "obrobka-metalu"),
        [FilterGroup.Town] = ("Towns", "wejherowo"),
        [FilterGroup.Service] = ("Services", "ciecie-laserem"),
        [FilterGroup.Competency] = ("Competencies", "solidworks"),
        [FilterGroup.Certificate] = ("Certificates that are valid today", "iso-9001"),
        [FilterGroup.Quality] = ("Quality of the data: basic, partial, complete, verified", "verified"),
    };

    public static Task List(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        var names = CatalogNames.Api;
        operation.Description = "A page at a time, with the reason why each was found and the counts per filter. Polish inflection, missing diacritics and typos do not matter; a spelling that was corrected is in `correctedQuery`. A NIP, REGON or KRS finds its firm.";
        operation.Parameters =
        [
            Query(names.Text, "Words, a \"quoted phrase\", -words to leave out, or a register number. Without it: all firms.", Type(JsonSchemaType.String, s => s.MaxLength = SearchQuestion.LongestText), "spawanie aluminium"),
            Query(names.Exact, "Take the spelling as it is.", Type(JsonSchemaType.Boolean), false),
            .. names.Filters.OrderBy(f => f.Key).Select(f => Filter(f.Value, Filters[f.Key].Text, Filters[f.Key].Example)),
            Query(names.Sort, "Order of the firms.", Type(JsonSchemaType.String, s => s.Enum = [.. names.Orders.Keys.Select(k => (JsonNode)k)]), "best"),
            Query(names.Page, $"Page of the answer, {CatalogQuery.PageSize} firms each.", Type(JsonSchemaType.Integer, s => (s.Minimum, s.Maximum) = ("1", "1000")), 1),
        ];
        Example(operation, CompaniesExamples.List);
        Describe(operation, "200", "A page of firms. When `totalIsCapped`, there are more than `total`.");
        Describe(operation, "400", "A parameter that cannot be meant; `errors` names it.");
        return Task.CompletedTask;
    }

    public static Task One(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        if (operation.Parameters?.FirstOrDefault(p => p.Name == "slug") is OpenApiParameter slug)
            (slug.Description, slug.Example) = ("The last part of the address of the firm's page.", "metal-port-zolkiewski");
        operation.Responses ??= [];
        operation.Responses.TryAdd("301", new OpenApiResponse { Description = "The firm has another slug now; Location has the address." });
        operation.Responses.TryAdd("410", new OpenApiResponse());
        Describe(operation, "200", "The firm.");
        Describe(operation, "404", "No such firm.");
        Describe(operation, "410", "The firm has left the directory.");
        return Task.CompletedTask;
    }

    public static Task Dictionary(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        if (operation.Parameters?.FirstOrDefault(p => p.Name == "page") is OpenApiParameter page)
            (page.Description, page.Example) = ("Page of the list, from 1.", 1);
        Example(operation, CompaniesExamples.Dictionary);
        Describe(operation, "200", "Entries with their slugs, which the filters of /companies take.");
        return Task.CompletedTask;
    }

    private static OpenApiParameter Filter(string name, string text, string example)
    {
        var slugs = Type(JsonSchemaType.Array, s => (s.Items, s.MaxItems) = (Type(JsonSchemaType.String), SearchQuestion.MostValues));
        var parameter = Query(name, $"{text}, by slug: any of those given. Comma-separated or repeated.", slugs, new JsonArray(example));
        (parameter.Style, parameter.Explode) = (ParameterStyle.Form, false);
        return parameter;
    }

    private static OpenApiParameter Query(string name, string description, OpenApiSchema schema, JsonNode example) =>
        new() { Name = name, In = ParameterLocation.Query, Description = description, Schema = schema, Example = example };

    private static OpenApiSchema Type(JsonSchemaType type, Action<OpenApiSchema>? more = null)
    {
        var schema = new OpenApiSchema { Type = type };
        more?.Invoke(schema);
        return schema;
    }

    private static void Example(OpenApiOperation operation, string json)
    {
        if (operation.Responses?["200"].Content is { } content && content.TryGetValue("application/json", out var answer))
            answer.Example = JsonNode.Parse(json);
    }

    private static void Describe(OpenApiOperation operation, string status, string text)
    {
        if (operation.Responses?.GetValueOrDefault(status) is OpenApiResponse response)
            response.Description = text;
    }
}

/// <summary>Answers as the demo chamber gives them, shortened.</summary>
internal static class CompaniesExamples
{
    public const string List = """
        {
          "items": [
            {
              "slug": "metal-port-zolkiewski", "name": "Metal-Port Żółkiewski", "category": "Obróbka metalu", "town": "Wejherowo", "nip": "5882413562",
              "short": "Spawanie konstrukcji stalowych i aluminiowych, cięcie laserem do 20 mm.", "services": ["Spawanie aluminium TIG", "Cięcie laserem"],
              "why": [{ "kind": "primary_service", "text": "Spawanie aluminium TIG" }], "score": 14.2051
            }
          ],
          "total": 1, "totalIsCapped": false, "page": 1, "pageSize": 20, "correctedQuery": "spawanie aluminium", "anyWord": false,
          "facets": { "town": [{ "slug": "wejherowo", "name": "Wejherowo", "count": 1 }] }
        }
        """;

    public const string Dictionary = """[{ "slug": "obrobka-metalu", "name": "Obróbka metalu", "description": null, "companies": 11 }]""";
}
