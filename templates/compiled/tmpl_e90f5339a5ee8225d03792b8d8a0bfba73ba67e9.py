from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'extension_pre.xml.j2'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_role_refs = resolve('role_refs')
    l_0_networks = resolve('networks')
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
    for (l_1_role, l_1_locators, l_1_arcs) in (undefined(name='networks') if l_0_networks is missing else l_0_networks):
        _loop_vars = {}
        pass
        yield '  <link:presentationLink xlink:type="extended" xlink:role="'
        yield escape(l_1_role)
        yield '">\n'
        for (l_2_id, l_2_href) in l_1_locators:
            _loop_vars = {}
            pass
            yield '    <link:loc xlink:type="locator" xlink:href="'
            yield escape(l_2_href)
            yield '" xlink:label="'
            yield escape(l_2_id)
            yield '"/>\n'
        l_2_id = l_2_href = missing
        for (l_2_parent, l_2_child, l_2_order, l_2_label_role) in l_1_arcs:
            _loop_vars = {}
            pass
            yield '    <link:presentationArc xlink:type="arc" xlink:arcrole="http://www.xbrl.org/2003/arcrole/parent-child" xlink:from="'
            yield escape(l_2_parent)
            yield '" xlink:to="'
            yield escape(l_2_child)
            yield '" order="'
            yield escape(l_2_order)
            yield '"'
            if l_2_label_role:
                pass
                yield ' preferredLabel="'
                yield escape(l_2_label_role)
                yield '"'
            yield '/>\n'
        l_2_parent = l_2_child = l_2_order = l_2_label_role = missing
        yield '  </link:presentationLink>\n'
    l_1_role = l_1_locators = l_1_arcs = missing
    yield '</link:linkbase>\n'

blocks = {}
debug_info = '5=14&6=18&8=23&9=27&10=29&11=33&13=38&14=42&15=48'