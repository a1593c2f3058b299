from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'extension_lab.xml.j2'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_role_refs = resolve('role_refs')
    l_0_concepts = resolve('concepts')
    pass
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<link:linkbase\n  xmlns:link="http://www.xbrl.org/2003/linkbase"\n  xmlns:xlink="http://www.w3.org/1999/xlink">\n'
    for (l_1_uri, l_1_href) in (undefined(name='role_refs') if l_0_role_refs is missing else l_0_role_refs):
        _loop_vars = {}
        pass
        yield '  <link:roleRef roleURI="'
        yield escape(l_1_uri)
        yield '" xlink:type="simple" xlink:href="'
        yield escape(l_1_href)
        yield '"/>\n'
    l_1_uri = l_1_href = missing
    yield '  <link:labelLink xlink:type="extended" xlink:role="http://www.xbrl.org/2003/role/link">\n'
    for (l_1_id, l_1_href, l_1_labels) in (undefined(name='concepts') if l_0_concepts is missing else l_0_concepts):
        _loop_vars = {}
        pass
        yield '    <link:loc xlink:type="locator" xlink:href="'
        yield escape(l_1_href)
        yield '" xlink:label="'
        yield escape(l_1_id)
        yield '"/>\n'
        for (l_2_role, l_2_text) in l_1_labels:
            _loop_vars = {}
            pass
            yield '    <link:label xlink:type="resource" xlink:label="'
            yield escape(l_1_id)
            yield '_label" xlink:role="'
            yield escape(l_2_role)
            yield '" xml:lang="en-US">'
            yield escape(l_2_text)
            yield '</link:label>\n'
        l_2_role = l_2_text = missing
        yield '    <link:labelArc xlink:type="arc" xlink:arcrole="http://www.xbrl.org/2003/arcrole/concept-label" xlink:from="'
        yield escape(l_1_id)
        yield '" xlink:to="'
        yield escape(l_1_id)
        yield '_label"/>\n'
    l_1_id = l_1_href = l_1_labels = missing
    yield '  </link:labelLink>\n</link:linkbase>\n'

blocks = {}
debug_info = '5=14&6=18&9=24&10=28&11=32&12=36&14=44'