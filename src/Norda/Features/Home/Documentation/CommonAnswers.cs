using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Norda.Features.Home.Documentation;

/// <summary>What any call may be told: not changed, too many questions, the database is away. Errors are problem details.</summary>
internal static class CommonAnswers
{
    private const string ProblemType = "application/problem+json";

    public static async Task Add(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        var schema = await Schema(context, cancel);
        operation.Responses ??= [];
        var isReading = HttpMethods.IsGet(context.Description.HttpMethod ?? "");
        if (isReading)
            operation.Responses.TryAdd("304", new OpenApiResponse { Description = "Nothing changed since the answer whose ETag was sent in If-None-Match." });
        operation.Responses.TryAdd("429", new OpenApiResponse { Description = "Too many questions from this address.", Headers = Wait() });
        operation.Responses.TryAdd("503", new OpenApiResponse { Description = "The database is away for a moment.", Headers = Wait() });
        if (isReading && operation.Responses.TryGetValue("200", out var answer) && answer is OpenApiResponse ok)
            (ok.Headers ??= new Dictionary<string, IOpenApiHeader>())["ETag"] = Header("Tag of this content.", JsonSchemaType.String);
        foreach (var response in operation.Responses.Where(r => r.Key[0] is '4' or '5').Select(r => r.Value).OfType<OpenApiResponse>())
        {
            response.Content ??= new Dictionary<string, OpenApiMediaType>();
            if (response.Content.Count == 0)
                response.Content[ProblemType] = new OpenApiMediaType { Schema = schema };
        }
    }

    /// <summary>Problems carry more than their type names: the trace that the operator finds in the log.</summary>
    public static Task Open(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancel)
    {
        if (context.JsonTypeInfo.Type.IsAssignableTo(typeof(ProblemDetails)))
            (schema.AdditionalPropertiesAllowed, schema.AdditionalProperties) = (true, null);
        return Task.CompletedTask;
    }

    private static async Task<IOpenApiSchema> Schema(OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        var schema = await context.GetOrCreateSchemaAsync(typeof(ProblemDetails), null, cancel);
        context.Document?.AddComponent(nameof(ProblemDetails), schema);
        return new OpenApiSchemaReference(nameof(ProblemDetails), context.Document);
    }

    private static Dictionary<string, IOpenApiHeader> Wait() => new() { ["Retry-After"] = Header("Seconds to wait.", JsonSchemaType.Integer) };

    private static OpenApiHeader Header(string description, JsonSchemaType type) => new() { Description = description, Schema = new OpenApiSchema { Type = type } };
}
