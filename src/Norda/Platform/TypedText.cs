using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;

namespace Norda.Platform;

/// <summary>
/// Texts of forms and addresses arrive without control characters and what is no character at all, wherever they go: PostgreSQL refuses a NUL, a terminal obeys an
/// escape, a page hides the rest. Line breaks and tabs stay.
/// </summary>
public sealed class TypedText(IModelBinder inner) : IModelBinder
{
    public async Task BindModelAsync(ModelBindingContext bindingContext)
    {
        await inner.BindModelAsync(bindingContext);
        if (bindingContext.Result is { IsModelSet: true, Model: string text } && text.Any(IsNeverTyped))
            bindingContext.Result = ModelBindingResult.Success(string.Concat(text.Where(c => !IsNeverTyped(c))));
    }

    private static bool IsNeverTyped(char letter) => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t') || letter is '\ufffe' or '\uffff';

    /// <summary>For every string that a page binds, also inside of forms, lists and dictionaries.</summary>
    public sealed class Provider : IModelBinderProvider
    {
        public IModelBinder? GetBinder(ModelBinderProviderContext context) => context.Metadata.ModelType == typeof(string) && context.BindingInfo.BindingSource is not { IsFromRequest: false }
            ? new TypedText(new SimpleTypeModelBinder(typeof(string), context.Services.GetRequiredService<ILoggerFactory>())) : null;
    }
}
